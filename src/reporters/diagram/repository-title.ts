import type { Report } from "../../model/report.ts";

/** What was analysed, and in which state. */
export function repositoryTitle({ repository }: Report): string {
  const { name, commit } = repository;
  return commit === null ? name : `${name} ${commit.slice(0, 10)}`;
}
