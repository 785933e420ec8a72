import type { Coupling, CouplingKind, Evidence, SourceEvidence } from "../../model/graph.ts";
import { COUPLING_KINDS } from "../../model/graph.ts";
import { type Child, h } from "../dom.ts";
import { grouped } from "../format.ts";
import { groupBy } from "../group-by.ts";
import type { Page } from "../page.ts";
import { nodeLink, place } from "./links.ts";

const FIRST_PAIRS = 40;

/** Couplings by kind, each kind by pair, each pair unfolding to its lines and commits. */
export function evidenceByKind(page: Page, couplings: readonly Coupling[], open?: CouplingKind): HTMLElement {
  const kinds = groupBy(couplings, (coupling) => coupling.kind);
  const sections = COUPLING_KINDS.filter((kind) => kinds.has(kind)).map((kind, place) =>
    kindSection(page, kind, kinds.get(kind) ?? [], open ? kind === open : place === 0),
  );
  return h(
    "div",
    { class: "evidence" },
    sections.length ? sections : h("p", { class: "quiet" }, page.words.evidence.nothing),
  );
}

function kindSection(
  page: Page,
  kind: CouplingKind,
  couplings: readonly Coupling[],
  open: boolean,
): HTMLElement {
  const words = page.copy.couplings[kind];
  const count = couplings.reduce((sum, coupling) => sum + coupling.count, 0);
  const strongest = couplings.toSorted((left, right) => right.count - left.count);
  return h(
    "details",
    { class: "kind", open, "data-kind": kind },
    h(
      "summary",
      null,
      h("span", { class: "kind-title" }, words.title),
      h("span", { class: "count" }, words.count(count), " · ", page.words.evidence.ties(couplings.length)),
    ),
    h("p", { class: "why" }, words.why),
    pairList(page, strongest),
  );
}

/** Pairs of nodes, the strongest first; long lists grow on demand. */
export function pairList(page: Page, couplings: readonly Coupling[], first = FIRST_PAIRS): HTMLElement {
  const list = h("ul", { class: "pairs" });
  let shown = 0;
  const more = h("button", { type: "button", class: "button", on: { click: grow } });
  const root = h("div", null, list, more);
  grow();
  return root;

  function grow(): void {
    list.append(...couplings.slice(shown, shown + first).map((coupling) => pair(page, coupling)));
    shown += first;
    const rest = couplings.length - shown;
    more.hidden = rest <= 0;
    more.textContent = page.words.shell.showMore(Math.min(rest, first));
  }
}

/** The two names lead to their own stories; the button before them unfolds the lines. */
function pair(page: Page, coupling: Coupling): HTMLElement {
  const body = h("div", { class: "sightings", hidden: true });
  const toggle = h(
    "button",
    { type: "button", class: "unfold", "aria-expanded": "false", on: { click: unfold } },
    h("span", { class: "visually-hidden" }, page.words.evidence.unfold),
  );
  return h(
    "li",
    { class: "pair" },
    toggle,
    h("span", { class: "pair-names" }, nodeLink(page, coupling.from), " → ", nodeLink(page, coupling.to)),
    h(
      "button",
      { type: "button", class: "count", tabindex: "-1", on: { click: unfold } },
      `×${grouped(coupling.count)}`,
    ),
    body,
  );

  function unfold(): void {
    if (!body.firstChild) body.append(sightings(page, coupling));
    body.hidden = !body.hidden;
    toggle.setAttribute("aria-expanded", String(!body.hidden));
  }
}

/** Every line or commit of one coupling that the page carries, and how many more there are. */
export function sightings(page: Page, coupling: Coupling): HTMLElement {
  const rest = coupling.count - coupling.evidence.length;
  return h(
    "ol",
    { class: "lines" },
    coupling.evidence.map((evidence) => h("li", null, sighting(page, evidence))),
    rest > 0 && h("li", { class: "quiet" }, page.words.evidence.more(rest)),
  );
}

function sighting(page: Page, evidence: Evidence): Child {
  if ("commit" in evidence) {
    const note = page.atlas.commits.get(evidence.commit);
    return [
      h("code", { class: "place" }, evidence.commit.slice(0, 10)),
      note && h("span", { class: "quiet" }, ` ${note.day} · ${page.words.evidence.author(note.author)}`),
      note && h("p", { class: "subject" }, note.subject),
    ];
  }
  const statement = evidence.statement ?? "";
  return [
    place(evidence.file, evidence.line),
    h("p", { class: "said" }, said(evidence), marks(page, evidence)),
    statement && h("pre", { class: "statement", tabindex: "0" }, statement),
    evidence.path && evidence.path.length > 0 && via(page, evidence),
  ];
}

function said(evidence: SourceEvidence): Child {
  const { method, fromMethod, form, columns } = evidence;
  return [
    fromMethod && h("code", null, `${fromMethod}()`),
    fromMethod && method && " → ",
    method && h("code", null, `${method}()`),
    form && h("code", null, form),
    columns && columns.length > 0 && h("span", { class: "quiet" }, ` ${columns.join(", ")}`),
  ];
}

function marks(page: Page, evidence: SourceEvidence): Child {
  const { words, copy } = page;
  const mark = (text: string | false | undefined, tone = "") =>
    text && h("span", { class: `mark-word ${tone}` }, text);
  return [
    mark(evidence.access && words.data[evidence.access], evidence.access === "write" ? "is-strong" : ""),
    mark(evidence.inLoop && words.evidence.inLoop, "is-warning"),
    mark(evidence.answer === "ignored" && words.evidence.answerIgnored),
    mark(evidence.answer === "awaited" && words.evidence.answerAwaited),
    mark(evidence.how && copy.resolutions[evidence.how]),
    mark(evidence.reading && copy.readings[evidence.reading]),
  ];
}

function via(page: Page, evidence: SourceEvidence): Child {
  const steps = (evidence.path ?? []).flatMap((node, place): Child[] => [
    place > 0 && " → ",
    nodeLink(page, node),
  ]);
  return h("p", { class: "via" }, `${page.words.evidence.via} `, steps);
}
