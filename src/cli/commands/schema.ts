import { schemaText } from "../../reporters/json/schema.ts";
import { SCHEMA_URL } from "../../version.ts";
import { writeOut } from "../output/standard-output.ts";

/** Prints the JSON Schema of `analysis.json`. */
export function schemaCommand(): void {
  writeOut(schemaText(SCHEMA_URL));
}
