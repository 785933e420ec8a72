import type { Context } from "../../../model/context.ts";
import type { Endpoint } from "../../../model/fact.ts";
import type { NodeId } from "../../../model/ids.ts";
import { type Child, h } from "../../dom.ts";
import { grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { contextLink, nodeLink, shortPlace } from "../../parts/links.ts";
import { table } from "../../parts/table.ts";

/** Its own tables, and those of others that it uses. */
export function tables(page: Page, context: Context): Child {
  const { words, atlas } = page;
  const own = context.members.filter((id) => atlas.nodes.get(id)?.kind === "table");
  const members = new Set(context.members);
  const foreign = new Set<NodeId>();
  for (const { kind, from, to } of atlas.report.graph.couplings) {
    if (kind === "table-access" && members.has(from) && !members.has(to)) foreign.add(to);
  }
  if (own.length + foreign.size === 0) return null;
  const list = (title: string, ids: readonly NodeId[], withHome: boolean) =>
    ids.length > 0 &&
    h(
      "div",
      null,
      h("h4", null, title, h("small", null, ` ${grouped(ids.length)}`)),
      h(
        "ul",
        { class: "chips" },
        ids.map((id) => h("li", null, nodeLink(page, id), withHome && home(page, id, context))),
      ),
    );
  return h(
    "section",
    null,
    h("h3", null, words.context.tables),
    h(
      "div",
      { class: "two" },
      list(words.context.owned, own, false),
      list(words.context.alsoUsed, [...foreign], true),
    ),
  );
}

function home(page: Page, id: NodeId, context: Context): Child {
  const owner = page.atlas.contextOf(id, context.level);
  return owner && [" ", contextLink(page, owner)];
}

/** The routes that would have to be sent to the new service. */
export function endpoints(page: Page, context: Context): Child {
  const members = new Set(context.members);
  const own = page.atlas.report.endpoints.filter(({ unit }) => members.has(unit));
  if (own.length === 0) return null;
  const { words } = page;
  const list = table<Endpoint>(page, {
    caption: words.count.endpoints(own.length),
    rows: own,
    first: 20,
    columns: [
      {
        title: words.context.columns.verb,
        show: ({ verb }) => h("code", null, verb),
        by: ({ verb }) => verb,
      },
      {
        title: words.context.columns.path,
        show: ({ path }) => h("code", null, path),
        by: ({ path }) => path,
      },
      {
        title: words.context.columns.unit,
        show: ({ unit, handler }) => [nodeLink(page, unit), h("span", { class: "quiet" }, `.${handler}`)],
        by: ({ unit }) => unit,
      },
      {
        title: words.context.columns.file,
        show: (endpoint) => shortPlace(endpoint.place.file, endpoint.place.line),
        class: "file",
      },
    ],
  });
  return h(
    "details",
    { class: "twin" },
    h("summary", null, `${words.context.endpoints} · ${grouped(own.length)}`),
    list,
  );
}

/** Members that other contexts pull at: the ones to discuss. */
export function inDoubt(page: Page, context: Context): Child {
  const { words, atlas } = page;
  const contested = context.members
    .map((id) => atlas.memberships.get(id))
    .filter((membership) => membership !== undefined && membership.pulls.length > 0);
  if (contested.length === 0) return null;
  const sorted = contested.toSorted((left, right) => (left?.confidence ?? 0) - (right?.confidence ?? 0));
  return h(
    "details",
    { class: "twin in-doubt" },
    h("summary", null, `${words.context.contested} · ${grouped(contested.length)}`),
    h("p", { class: "quiet" }, words.context.contestedNote),
    h(
      "ul",
      { class: "chips" },
      sorted.slice(0, 60).map(
        (membership) =>
          membership &&
          h(
            "li",
            null,
            nodeLink(page, membership.node),
            " ",
            membership.pulls
              .filter((pull) => pull.context !== context.id)
              .map((pull) => [
                contextLink(page, pull.context),
                h("small", { class: "quiet" }, ` ${percent(pull.share)} `),
              ]),
          ),
      ),
    ),
  );
}
