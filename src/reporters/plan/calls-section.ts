import type { BorderCall } from "../../model/dossier.ts";
import type { NodeId } from "../../model/ids.ts";
import type { DossierView } from "./dossier-view.ts";
import { code, places, section, table } from "./markdown.ts";

/** What it has to offer: one proposed interface per unit that others call. */
export function inboundSection(view: DossierView): string | null {
  const calls = view.border.calls.filter(({ to }) => to === view.context);
  return section(2, view.copy.dossier.titles.inbound, interfaces(view, calls));
}

/** What it has to ask others for, by the unit that is asked. */
export function outboundSection(view: DossierView): string | null {
  const calls = view.border.calls.filter(({ to }) => to !== view.context);
  return section(2, view.copy.dossier.titles.outbound, interfaces(view, calls));
}

/** Events and queues that one of its units publishes or hears. */
export function seamsSection({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  const sides = (all: (typeof border.messages)[number]["publishers"]): string =>
    all
      .map((side) => `${names.node(side.unit)} (${names.context(side.context)}) ${places([side.place], 1)}`)
      .join("; ");
  return section(2, words.titles.seams, [
    table(
      [words.columns.channel, words.columns.publishers, words.columns.subscribers],
      border.messages.map(({ channel, publishers, subscribers }) => [
        code(channel),
        sides(publishers),
        sides(subscribers),
      ]),
      words.more,
    ),
  ]);
}

function interfaces(view: DossierView, calls: readonly BorderCall[]): (string | null)[] {
  const { copy, names } = view;
  const byUnit = new Map<NodeId, BorderCall[]>();
  for (const call of calls) byUnit.set(call.unit, [...(byUnit.get(call.unit) ?? []), call]);
  const { columns, more, interfaceOf } = copy.dossier;
  return [...byUnit].map(([unit, own]) =>
    section(3, interfaceOf(names.node(unit), names.context(own[0]!.to)), [
      table(
        [columns.method, columns.callers, columns.places, columns.mode, columns.notes],
        own.map((call) => row(view, call)),
        more,
      ),
    ]),
  );
}

function row({ copy, names }: DossierView, call: BorderCall): string[] {
  const { dossier: words } = copy;
  const callers = call.callers.map(({ unit, method }) => names.method(unit, method));
  const shown = callers.slice(0, 3).join(", ") + (callers.length > 3 ? ` +${callers.length - 3}` : "");
  const notes = [
    call.loops.length > 0 ? words.loops(places(call.loops, call.loops.length)) : "",
    call.chatty ? words.chatty : "",
    call.takesTransaction ? words.takesTransaction : "",
    words.touches(names.nodes(call.reads), names.nodes(call.writes)),
    call.mode === "request" && call.reads.length + call.writes.length === 0 ? words.noData : "",
  ];
  return [
    code(`${call.method}${call.signature}`),
    `${names.context(call.from)}: ${shown}`,
    places(call.places, call.sites),
    `${words.modes[call.mode]}: ${words.callReasons[call.because]}`,
    notes.filter((note) => note !== "").join("; "),
  ];
}
