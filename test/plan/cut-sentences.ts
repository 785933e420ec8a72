import type { Border, Dossier } from "../../src/model/dossier.ts";
import type { ContextId, NodeId } from "../../src/model/ids.ts";

/** Everything over the borders, one readable sentence per cut. */
export function cutSentences(border: Border): string[] {
  return [
    ...border.calls.map((call) => {
      const marks = [
        call.loops.length > 0 ? "in a loop" : "",
        call.chatty ? "chatty" : "",
        call.takesTransaction ? "takes a transaction" : "",
        call.reads.length > 0 ? `reads ${names(call.reads)}` : "",
        call.writes.length > 0 ? `writes ${names(call.writes)}` : "",
      ].filter((mark) => mark !== "");
      const callers = call.callers.map(({ unit, method }) => `${name(unit)}.${method}`).join(", ");
      const details = [`${call.mode} (${call.because})`, ...marks].join("; ");
      return `call  ${context(call.from)} → ${context(call.to)}  ${callers} → ${name(call.unit)}.${call.method} × ${call.sites}  ${details}`;
    }),
    ...border.sharedCode.map(
      ({ unit, home, usedBy, because, proposal }) =>
        `code  ${name(unit)} of ${context(home)} used by ${usedBy.map((use) => context(use.context)).join(", ")}  ${because}: ${proposal}`,
    ),
    ...border.tables.map(({ table, owner, role, uses }) => {
      const used = uses.map(
        ({ context: user, reads, writes }) =>
          `${context(user)} ${[reads > 0 ? "reads" : "", writes > 0 ? "writes" : ""].filter(Boolean).join(" and ")}`,
      );
      return `table  ${name(table)} of ${context(owner)}  ${role}  ${used.join(", ")}`;
    }),
    ...border.foreignKeys.map(
      ({ from, to, table, references, columns, form, place }) =>
        `key  ${context(from)} → ${context(to)}  ${name(table)}(${columns.join(", ")}) → ${name(references)}  ${form}  ${place.file}:${place.line}`,
    ),
    ...border.joins.map(
      ({ left, right, leftOwner, rightOwner, unit, place }) =>
        `join  ${context(leftOwner)} ⋈ ${context(rightOwner)}  ${name(left)} ⋈ ${name(right)}  ${unit === null ? "no unit" : name(unit)}  ${place.file}:${place.line}`,
    ),
    ...border.transactions.map(
      ({ unit, method, context: opener, writes, steps }) =>
        `transaction  ${name(unit)}.${method} of ${context(opener)} writes ${writes.map(context).join(", ")}: ${names(steps.filter(({ access }) => access === "write").map(({ table }) => table))}`,
    ),
    ...border.inheritance.map(
      ({ from, to, unit, base, form }) =>
        `inheritance  ${context(from)} → ${context(to)}  ${name(unit)} ${form} ${name(base)}`,
    ),
    ...border.coChanges.map(
      ({ from, to, left, right, commits }) =>
        `co-change  ${context(from)} – ${context(to)}  ${left} – ${right} × ${commits}`,
    ),
    ...border.cycles.map(
      ({ contexts, weakest }) =>
        `cycle  ${contexts.map(context).join(" ↔ ")}  cheapest ${context(weakest.from)} → ${context(weakest.to)}`,
    ),
    ...border.messages.map(
      ({ channel, publishers, subscribers }) =>
        `message  ${channel}  from ${publishers.map((side) => context(side.context)).join(", ")}  to ${subscribers.map((side) => context(side.context)).join(", ")}`,
    ),
  ];
}

/** What the dossier of one context says beside its cuts. */
export function dossierSentences({
  context: id,
  tables,
  routes,
  migration,
  untested,
  unused,
  unlocks,
}: Dossier): string[] {
  const own = context(id);
  return [
    `${own}  owns ${names(tables)}`,
    ...routes.map(({ endpoint, reaches }) => {
      const reached = reaches.map(
        (reach) =>
          ` ${context(reach.context)} (${[reach.reads.length > 0 ? `reads ${names(reach.reads)}` : "", reach.writes.length > 0 ? `writes ${names(reach.writes)}` : ""].filter(Boolean).join(", ")})`,
      );
      return `${own}  route ${endpoint.verb} ${endpoint.path}${reached.length > 0 ? ` reaches${reached.join(",")}` : ""}`;
    }),
    ...migration.map(({ step, tables: concerned }) => `${own}  ${step}: ${names(concerned)}`),
    `${own}  untested: ${names(untested)}`,
    `${own}  unused: ${names(unused)}`,
    ...unlocks.map((move) =>
      move.kind === "move-unit"
        ? `${own}  unlock: move ${name(move.unit)} from ${context(move.from)} to ${context(move.to)}, gains ${move.gain}`
        : `${own}  unlock: turn ${move.methods.map(({ unit, method }) => `${name(unit)}.${method}`).join(", ")} round, gains ${move.gain}`,
    ),
  ];
}

function context(id: ContextId | null): string {
  return id === null ? "kernel" : id.slice(id.indexOf("/") + 1);
}

/** `src/orders.ts#Orders` → `Orders`, `src/problems.ts` → `problems`, `table:orders` → `orders`. */
function name(id: NodeId): string {
  if (id.startsWith("table:")) return id.slice("table:".length);
  const unit = id.indexOf("#");
  return unit >= 0 ? id.slice(unit + 1) : id.slice(id.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

function names(ids: readonly NodeId[]): string {
  return ids.length === 0 ? "–" : ids.map(name).join(", ");
}
