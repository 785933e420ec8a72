import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Names every package whose code is in the bundle, with its licence, as the licences ask for. */
export function noticesOf(root, metafiles) {
  const folders = new Set(
    metafiles.flatMap((metafile) => Object.keys(metafile.inputs)).flatMap(packageFolder),
  );
  const notices = [...folders]
    .map((folder) => noticeOf(join(root, folder)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sections = notices.map(
    ({ name, version, licence, text }) => `## ${name} ${version} (${licence})\n\n${fenced(text)}`,
  );
  return `# Third-party notices\n\nThe files in \`dist/\` contain code of these packages.\n\n${sections.join("\n\n")}\n`;
}

function packageFolder(input) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return folder === undefined ? [] : [folder];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort();
  const texts = files
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (license === undefined && texts.length === 0) throw new Error(`${name} has no licence`);
  return {
    name,
    version,
    licence: license ?? "see below",
    text: texts.join("\n\n") || `Licence: ${license}`,
  };
}

function fenced(text) {
  return `\`\`\`\`text\n${text}\n\`\`\`\``;
}
