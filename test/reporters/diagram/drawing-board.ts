import { join } from "node:path";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "../../../scripts/find-chromium.mjs";

/** What a real Graphviz or Mermaid made of a diagram: every text with its lines, as somebody reads it. */
export interface Drawn {
  readonly boxes: Readonly<Record<string, readonly string[]>>;
  readonly frames: readonly string[];
  readonly arrows: readonly {
    readonly from: string;
    readonly to: string;
    readonly lines: readonly string[];
  }[];
}

/** A browser in which Mermaid draws and Graphviz's SVG is read, strictly, as XML. */
export interface DrawingBoard {
  readonly dot: (text: string) => Promise<Drawn>;
  readonly mermaid: (text: string) => Promise<Drawn>;
  /** Requests, dialogs, errors, messages: there must be none. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Another build of Mermaid may be named, to see what it makes of the same. */
const MERMAID =
  process.env.MERMAID ??
  join(import.meta.dirname, "../../../node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js");

export async function openDrawingBoard(): Promise<DrawingBoard> {
  const graphviz = await Graphviz.load();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ path: MERMAID });
  // Large enough for the list of all names; where people look at diagrams, the limits of Mermaid hold.
  await page.evaluate("mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 5000 })");
  return {
    dot: (text) => read(page, DOT, graphviz.dot(text)),
    mermaid: (text) => read(page, MERMAID_DRAWS, text),
    complaints,
    close: () => browser.close(),
  };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("request", (request) => complaints.push(`request: ${request.url()}`));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

async function read(page: Page, script: string, text: string): Promise<Drawn> {
  return page.evaluate(`(${script})(${JSON.stringify(text)})`);
}

/** Runs of blanks become fixed ones in an SVG. */
const DOT = `(svg) => {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const wrong = document.querySelector("parsererror");
  if (wrong) throw new Error(wrong.textContent);
  const lines = (group) => [...group.querySelectorAll("text")].map((one) => one.textContent.replaceAll("\\u00a0", " "));
  const groups = (kind) => [...document.querySelectorAll("g." + kind)];
  const title = (group) => group.querySelector("title").textContent;
  return {
    boxes: Object.fromEntries(groups("node").map((group) => [title(group), lines(group)])),
    frames: groups("cluster").map((group) => lines(group)[0]),
    arrows: groups("edge").map((group) => {
      const [from, to] = title(group).split("->");
      return { from, to, lines: lines(group) };
    }),
  };
}`;

/** The joint that holds apart what Mermaid would obey is not to be seen. */
const MERMAID_DRAWS = `async (text) => {
  const { svg } = await mermaid.render("drawing", text);
  document.body.innerHTML = svg;
  if (document.body.querySelector("script, img, iframe, a[href], [onerror], [onload]")) throw new Error("more than a picture");
  const lines = (label) => {
    const paragraph = label?.querySelector("p") ?? label;
    return (paragraph?.innerHTML ?? "").split(/<br\\s*\\/?>/).map((line) => {
      const reader = document.createElement("span");
      reader.innerHTML = line;
      return reader.textContent.replaceAll("\\u2060", "");
    });
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const labels = new Map(all(".edgeLabel .label[data-id]").map((label) => [label.dataset.id, label]));
  return {
    boxes: Object.fromEntries(
      all("g.node").map((node) => [/flowchart-(\\w+)-\\d+$/.exec(node.id)[1], lines(node.querySelector(".nodeLabel"))]),
    ),
    frames: all("g.cluster").map((frame) => lines(frame.querySelector(".nodeLabel"))[0]),
    arrows: all("path.flowchart-link").map((path) => {
      const [, from, to] = /L_(\\w+)_(\\w+)_\\d+$/.exec(path.dataset.id ?? path.id);
      return { from, to, lines: lines(labels.get(path.dataset.id ?? path.id)?.querySelector(".edgeLabel") ?? labels.get(path.dataset.id)) };
    }),
  };
}`;
