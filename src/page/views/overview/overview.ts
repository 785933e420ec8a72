import { h } from "../../dom.ts";
import type { View } from "../../page.ts";
import { coverage } from "./coverage.ts";
import { firstSteps } from "./first-steps.ts";
import { kernel } from "./kernel.ts";
import { figures } from "./key-figures.ts";
import { pieces } from "./pieces.ts";
import { verdict } from "./verdict.ts";

/** Ten seconds for a product owner: is there a split, what are the pieces, what comes first, what was not seen. */
export const overview: View = (page) =>
  h(
    "div",
    { class: "view overview" },
    verdict(page),
    pieces(page),
    figures(page),
    h("div", { class: "two" }, firstSteps(page), coverage(page)),
    kernel(page),
  );
