/** What came of one repository. */
export interface Surveyed {
  readonly commit: string;
  readonly end: "report" | "nothing" | "crash" | "hang" | "not here";
  readonly said?: string;
  /** Files of the commit that the clone has no content of. */
  readonly missing?: number;
  readonly share?: number;
  readonly lost?: number;
  readonly nodes?: number;
}

export function pinnedRepositories(): Readonly<Record<string, string>>;

export function surveyPinned(survey: {
  readonly cli: string;
  readonly pins: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly limitSeconds: number;
  readonly told: (repository: string, result: Surveyed) => void;
}): Promise<Readonly<Record<string, Surveyed>>>;
