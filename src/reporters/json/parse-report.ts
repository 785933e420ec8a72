import type { Report } from "../../model/report.ts";
import { reportSchema } from "./schema.ts";

/** A report that was read back, or why it cannot be one. */
export type ParsedReport = { readonly report: Report } | { readonly problem: string };

/** The major version of the contract that this version of the tool reads. */
const MAJOR = "1";

/** Reads the text of an `analysis.json`. Fields that are not known are ignored. */
export function parseReport(text: string): ParsedReport {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "this is no JSON" };
  }
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version !== "string") return { problem: "this is no analysis of monocarve" };
  if (version.split(".")[0] !== MAJOR)
    return { problem: `its format ${version} is not the one this version reads` };
  const result = reportSchema.safeParse(value);
  if (result.success) return { report: result.data as unknown as Report };
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}` };
}
