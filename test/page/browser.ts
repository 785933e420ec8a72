import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { bundlePage } from "../../scripts/build-page.mjs";
import { findChromium } from "../../scripts/find-chromium.mjs";
import type { Report } from "../../src/model/report.ts";
import type { Lang } from "../../src/reporters/copy.ts";
import { renderHtml } from "../../src/reporters/html/render-html.ts";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** An open report, and everything that it did behind the reader's back. */
export interface OpenPage {
  readonly page: Page;
  /** Console messages, errors, refused policies: there must be none. */
  readonly complaints: readonly string[];
  /** Addresses that it asked for, but for the file itself: there must be none. */
  readonly requests: readonly string[];
  /** Goes to a view by its address. */
  go(fragment: string): Promise<void>;
}

/** A real Chromium with a folder for reports; close it when the tests are done. */
export async function openBrowser() {
  const assets = await bundlePage();
  const folder = mkdtempSync(join(tmpdir(), "monocarve-page-"));
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
  let files = 0;

  async function open(
    report: Report,
    lang: Lang = "en",
    options: BrowserContextOptions = {},
  ): Promise<OpenPage> {
    const file = join(folder, `report-${files++}.html`);
    writeFileSync(file, renderHtml(report, { lang, assets }));
    return openFile(file, options);
  }

  /** Opens a report that somebody wrote. */
  async function openFile(file: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const { complaints, requests } = listen(page, file);
    await page.goto(`file://${file}`);
    await page.waitForSelector("main h1");
    const go = async (fragment: string) => {
      await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
      await page.waitForFunction(
        `document.querySelector("main").dataset.view === ${JSON.stringify(fragment.split("?")[0])}`,
      );
    };
    return { page, complaints, requests, go };
  }

  async function close(): Promise<void> {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }

  return { open, openFile, close, assets };
}

function listen(page: Page, file: string) {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== `file://${file}`) requests.push(request.url());
  });
  return { complaints, requests };
}
