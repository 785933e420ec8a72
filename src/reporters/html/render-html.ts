import { createHash } from "node:crypto";
import type { Report } from "../../model/report.ts";
import { carriesAll, encodeReport } from "../../page/data.ts";
import type { Lang } from "../copy.ts";
import { type Html, html } from "./markup.ts";
import { type PageAssets, pageAssets } from "./page-assets.ts";
import { plainDocument } from "./plain-document.ts";

export interface HtmlOptions {
  /** The language that the page opens in; a reader may switch. */
  readonly lang: Lang;
  /** The client that makes the document a workshop page; what the build wrote, unless given. */
  readonly assets?: PageAssets;
}

/** The report as one self-contained file: it opens from disk, asks no network, and runs nothing of its contents. */
export function renderHtml(report: Report, options: HtmlOptions): string {
  const { script, styles } = options.assets ?? pageAssets();
  const document = html`<!doctype html>
<html lang="${options.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${report.repository.name} · monocarve</title>
<style>${trusted(styles)}</style>
</head>
<body>
${plainDocument(report, options.lang)}
<script type="application/json" id="report-data" data-evidence="${carriesAll(report) ? "all" : "some"}">${island(report)}</script>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return document.text;
}

/** Only this script and these styles, by their hashes; no address, no markup from strings, no form, no frame. */
function policy(script: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(styles)}`,
    "img-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Data inside a script element ends at the first `</script`, whatever quotes stand around it. */
function island(report: Report): Html {
  const json = JSON.stringify(encodeReport(report));
  return trusted(
    json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029"),
  );
}

/** Text that this project made: the only way past the escaping. */
function trusted(text: string): Html {
  return { text };
}
