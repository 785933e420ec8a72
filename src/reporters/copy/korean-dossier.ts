import type { SharedDossierCopy } from "./dossier-copy.ts";
import { koreanReadiness } from "./korean-readiness.ts";

/** Words for what is in the plan. */
export const koreanDossier: SharedDossierCopy = {
  ...koreanReadiness,
  modes: { request: "요청(동기)", event: "이벤트(비동기)" },
  callReasons: {
    "answer-used": "응답을 사용함",
    "waits-for-end": "호출자가 끝날 때까지 기다림",
    "reads-only": "읽기만 하므로 응답이 목적임",
    "answer-ignored": "아무도 기다리거나 응답을 쓰지 않음",
    "handed-over": "나중에 불리도록 넘겨줌",
    "already-message": "발행만 함: 이음매가 이미 있음",
    "unknown-answer": "응답의 쓰임을 읽지 못함",
  },
  sharedReasons: {
    kernel: "많은 컨텍스트가 기댐",
    pure: "데이터를 갖거나 보내는 것이 확인되지 않음",
    type: "양쪽이 함께 쓰는 데이터의 모양",
  },
  decisions: {
    duplicate: "복제",
    share: "라이브러리로 공유",
    own: "소유: 한쪽이 갖고 다른 쪽은 모양만 복사",
  },
  tableRoles: {
    owned: "단독 소유: 다른 쪽은 건드리지 않음",
    "written-by-several": "여러 쪽이 씀: 가장 먼저 나눌 것",
    "read-by-others": "한쪽이 쓰고 다른 쪽은 읽음",
    lookup: "여러 쪽이 읽고 쓰는 곳은 확인되지 않음: 복사",
    "used-elsewhere": "다른 한 컨텍스트만 사용: 그쪽 것일 수 있음",
    untouched: "건드리는 코드가 확인되지 않음",
  },
  migrationSteps: {
    "drop-foreign-keys": "경계를 넘는 외래 키를 제거하고 코드가 그 약속을 지킨다",
    "replace-joins": "경계를 넘는 조인을 두 번의 쿼리나 조회 모델로 바꾼다",
    "break-transactions": "경계를 넘는 트랜잭션을 보상이 있는 사가로 바꾼다",
    "single-writer": "한 컨텍스트만 쓰고 나머지는 요청한다",
    "copy-lookups": "조회만 하는 것은 복사한다",
    "bulk-copy": "전체를 한 번 복사한다",
    "sync-changes": "배치로 변경분을 옮긴다",
    compare: "양쪽이 같아질 때까지 비교한다",
    "dual-write": "양쪽에 쓴다",
    "move-reads": "새 쪽에서 읽는다",
    "single-write": "새 쪽에만 쓰고 옛 테이블을 지운다",
  },
  rewriteHints: {
    reuse: "재사용: 다시 쓸 뚜렷한 이유가 없습니다.",
    "consider-rewrite": "재작성 검토: 여러 신호가 다른 컨텍스트보다 크게 높습니다.",
  },
  rewriteSignals: {
    "age-days": "파일 나이의 중앙값(일)",
    "churn-per-line": "줄당 최근 변경량",
    "complexity-per-line": "줄당 복잡도",
    "debt-markers": "TODO, FIXME, HACK, XXX",
  },
  effortDrivers: {
    "units-moved": "옮길 유닛",
    "untested-units": "테스트 없는 유닛",
    "inbound-methods": "제공할 메서드",
    "outbound-methods": "요청할 메서드",
    events: "도입할 이벤트",
    "shared-code": "결정할 공유 코드",
    "shared-tables": "나눌 공유 테이블",
    "foreign-keys": "제거할 외래 키",
    joins: "바꿀 조인",
    transactions: "사가로 바꿀 트랜잭션",
    inheritance: "끊을 상속",
    routes: "옮길 경로",
  },
};
