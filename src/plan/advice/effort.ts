import type { Border, Dossier } from "../../model/dossier.ts";
import { EFFORT_DRIVERS, type Effort, type EffortDriver } from "../../model/plan.ts";

/** Points for one of each, at best and at worst. An opinion: compare efforts with each other, not with a calendar. */
const POINTS: Readonly<Record<EffortDriver, readonly [low: number, high: number]>> = {
  "units-moved": [0.1, 0.3],
  "untested-units": [0.3, 1],
  "inbound-methods": [0.5, 1.5],
  "outbound-methods": [0.5, 1.5],
  events: [0.5, 1],
  "shared-code": [0.2, 1],
  "shared-tables": [3, 8],
  "foreign-keys": [0.5, 1],
  joins: [1, 3],
  transactions: [3, 8],
  inheritance: [1, 3],
  routes: [0.1, 0.3],
};

/** The effort of extracting one context, as a range with its drivers: each rounded up, so that they sum exactly. */
export function effortOf(dossier: Dossier, border: Border): Effort {
  const counts = countsOf(dossier, border);
  const drivers = EFFORT_DRIVERS.filter((driver) => counts[driver] > 0).map((driver) => {
    const [low, high] = POINTS[driver];
    return {
      driver,
      count: counts[driver],
      low: upTo(counts[driver] * low),
      high: upTo(counts[driver] * high),
    };
  });
  return {
    low: drivers.reduce((sum, { low }) => sum + low, 0),
    high: drivers.reduce((sum, { high }) => sum + high, 0),
    drivers,
  };
}

function countsOf(
  { context, files, untested, routes }: Dossier,
  border: Border,
): Record<EffortDriver, number> {
  const inbound = border.calls.filter(({ to }) => to === context);
  const outbound = border.calls.filter(({ from }) => from === context);
  const methods = (calls: typeof inbound): number =>
    new Set(calls.map(({ unit, method }) => `${unit} ${method}`)).size;
  const requests = (calls: typeof inbound): typeof inbound => calls.filter(({ mode }) => mode === "request");
  return {
    "units-moved": files.reduce((sum, { units }) => sum + units.length, 0),
    "untested-units": untested.length,
    "inbound-methods": methods(requests(inbound)),
    "outbound-methods": methods(requests(outbound)),
    events: methods([...inbound, ...outbound].filter(({ mode }) => mode === "event")),
    "shared-code": border.sharedCode.filter(
      ({ home, usedBy }) => home === context || usedBy.some((user) => user.context === context),
    ).length,
    "shared-tables": border.tables.filter(
      ({ owner, uses }) =>
        [owner, ...uses.map((use) => use.context)].includes(context) &&
        uses.some((use) => use.context !== owner),
    ).length,
    "foreign-keys": border.foreignKeys.filter(({ from, to }) => from === context || to === context).length,
    joins: border.joins.filter(({ leftOwner, rightOwner }) => leftOwner === context || rightOwner === context)
      .length,
    transactions: border.transactions.filter(({ writes }) => writes.includes(context)).length,
    inheritance: border.inheritance.filter(({ from, to }) => from === context || to === context).length,
    routes: routes.length,
  };
}

/** Rounded up to whole points, free of the dust of decimal fractions. */
function upTo(points: number): number {
  return Math.ceil(Math.round(points * 1000) / 1000);
}
