import type { Copy } from "./copy.ts";
import { counted } from "./counted.ts";

/** The words for each criterion of the ranking. */
export const englishCriteria: Copy["criteria"] = {
  churn: {
    title: "Churn",
    reason: (n) => `${counted(n, "line")} changed in the window`,
    why: "What changes most gains most from being deployed on its own.",
  },
};
