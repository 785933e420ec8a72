import type { Copy } from "./copy.ts";
import { grouped } from "./counted.ts";

/** The words for each criterion of the ranking. */
export const koreanCriteria: Copy["criteria"] = {
  churn: {
    title: "변경량",
    reason: (n) => `기간 안에 ${grouped(n)}줄 변경`,
    why: "가장 많이 바뀌는 것이 따로 배포할 때 가장 많이 얻습니다.",
  },
};
