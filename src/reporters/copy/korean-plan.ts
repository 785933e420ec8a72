import type { PlanCopy } from "./copy.ts";
import { decimal, grouped, percent } from "./counted.ts";

/** The words for verdicts and their reasons. */
export const koreanPlan: PlanCopy = {
  advice: {
    extract: { title: "분리", meaning: "끊는 비용보다 얻는 것이 큽니다." },
    pilot: {
      title: "파일럿",
      meaning: "작고 독립적입니다. 서비스를 만들고 배포하고 지켜보는 법을 이것으로 익히세요.",
    },
    keep: { title: "유지", meaning: "분리해도 얻는 것이 적습니다. 모놀리스에 둡니다." },
    "modularise-first": {
      title: "모듈화 먼저",
      meaning: "너무 얽혀 있어 끊을 수 없습니다. 모놀리스 안에서 먼저 경계를 그으세요.",
    },
  },
  adviceReasons: {
    "high-impact": (n, limit) => `전체 영향의 ${percent(n)}${evenShare(limit)}`,
    "low-impact": (n, limit) => `전체 영향의 ${percent(n)}뿐${evenShare(limit)}`,
    coherent: (n) => `결합의 ${percent(n)}가 안에 머무름`,
    mixed: (n) => `결합의 ${percent(n)}만 안에 머무름`,
    loose: (n) => `영향 1점당 끊는 비용 ${decimal(n)}`,
    tangled: (n) => `영향 1점당 끊는 비용 ${decimal(n)}`,
    foundation: (n) => `다른 컨텍스트의 ${percent(n)}가 기댐`,
    "shared-writes": (n) => `테이블의 ${percent(n)}를 다른 쪽에서도 씀`,
    "spanning-transactions": (n) => `양쪽에 쓰는 트랜잭션 ${grouped(n)}건`,
    "no-structure": () => "구성원들의 결합이 우연과 다르지 않음",
    small: (n) => `전체 줄의 ${percent(n)}`,
    "few-tables": (n) => `테이블 ${grouped(n)}개`,
    "not-critical": (n) => `영향 순위 ${grouped(n)}위`,
  },
  repositoryAdvice: {
    split: { title: "나누세요", meaning: "나눌 조각이 있고, 끊는 비용보다 얻는 것이 큽니다." },
    "modular-monolith-first": {
      title: "모듈형 모놀리스 먼저",
      meaning: "무엇이든 내보내기 전에 모놀리스 안에서 경계를 긋고 지키세요.",
    },
    leave: { title: "그대로 두세요", meaning: "아직 제 몫을 한다면 바꾸지 마세요." },
  },
  repositoryReasons: {
    "structure-beyond-chance": (n) =>
      `구조가 우연보다 표준편차의 ${n < 10 ? decimal(n) : grouped(Math.round(n))}배 뚜렷함`,
    "structure-like-chance": (n) => `구조가 우연보다 표준편차의 ${decimal(n)}배뿐`,
    "few-lines": (n) => `코드가 ${grouped(n)}줄뿐`,
    "many-lines": (n) => `코드 ${grouped(n)}줄`,
    "few-contexts": (n) => `컨텍스트가 ${grouped(n)}개뿐`,
    "extractable-share": (n) => `전체 영향의 ${percent(n)}가 분리할 수 있는 컨텍스트에 있음`,
    "tangled-share": (n) => `전체 영향의 ${percent(n)}가 먼저 풀어야 할 컨텍스트에 있음`,
    "written-by-several": (n) => `테이블의 ${percent(n)}를 여러 컨텍스트가 씀`,
    "few-authors": (n) => `작업자가 ${grouped(n)}명뿐`,
    "many-authors": (n) => `작업자 ${grouped(n)}명`,
  },
  sizeHints: {
    "more-than-one-head": (n) => `${grouped(n)}줄: 한 사람의 머리에 담기에 많음`,
    "more-than-two-pizzas": (n) => `${grouped(n)}명: 피자 두 판 팀보다 큼`,
    "more-than-two-weeks": (n) => `${grouped(n)}줄: 두 주 안에 다시 쓰기에 많음`,
    "too-small": (n) => `${grouped(n)}줄: 따로 서비스가 되기에 작음`,
  },
  strategies: { "impact-first": "영향 우선", "leaf-first": "말단 우선", "quick-wins": "빠른 성과" },
};

function evenShare(limit: number | null): string {
  return limit === null ? "" : ` (고르게 나누면 ${percent(limit)})`;
}
