/** What the reader of YAML complains about, in one line and without the place, which is told beside it. */
export function yamlComplaint(message: string): string {
  if (message.includes("call stack")) return "is nested too deeply";
  return message.split(" at line ")[0]!.split("\n")[0]!;
}
