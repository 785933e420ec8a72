import type { CommandCopy, Copy, SharedCopy } from "./copy/copy.ts";
import type { DocumentCopy } from "./copy/dossier-copy.ts";
import { englishCommands } from "./copy/english-commands.ts";
import { englishDocument } from "./copy/english-document.ts";
import { koreanCommands } from "./copy/korean-commands.ts";
import { koreanDocument } from "./copy/korean-document.ts";
import { type Lang, SHARED_COPY } from "./shared-copy.ts";

export type { Copy, CouplingCopy, CriterionCopy, DiagnosticCopy } from "./copy/copy.ts";
export { LANGUAGES, type Lang } from "./shared-copy.ts";

/** Every sentence shown to people, by language. */
export const COPY: Readonly<Record<Lang, Copy>> = {
  en: whole(SHARED_COPY.en, englishCommands, englishDocument),
  ko: whole(SHARED_COPY.ko, koreanCommands, koreanDocument),
};

function whole(shared: SharedCopy, commands: CommandCopy, document: DocumentCopy): Copy {
  return { ...shared, ...commands, dossier: { ...shared.dossier, ...document } };
}
