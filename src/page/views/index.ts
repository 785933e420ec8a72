import type { View } from "../page.ts";
import type { ViewName } from "../state/route.ts";
import { board } from "./board/board.ts";
import { context } from "./context/context.ts";
import { data } from "./data/data.ts";
import { guide } from "./guide.ts";
import { hotspots } from "./hotspots.ts";
import { map } from "./map/map.ts";
import { matrix } from "./matrix.ts";
import { order } from "./order/order.ts";
import { overview } from "./overview/overview.ts";
import { readiness } from "./readiness.ts";
import { words } from "./words.ts";

/** Every view by its name in the address. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  overview,
  map,
  matrix,
  data,
  hotspots,
  order,
  context,
  words,
  readiness,
  board,
  guide,
};
