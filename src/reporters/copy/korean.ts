import type { SharedCopy } from "./copy.ts";
import { grouped } from "./counted.ts";
import { koreanCriteria } from "./korean-criteria.ts";
import { koreanDiagnostics } from "./korean-diagnostics.ts";
import { koreanDossier } from "./korean-dossier.ts";
import { koreanPlan } from "./korean-plan.ts";

export const korean: SharedCopy = {
  couplings: {
    call: {
      title: "메서드 호출",
      count: (n) => `호출 ${grouped(n)}건`,
      why: "호출받는 쪽이 분리되면 네트워크 요청이 됩니다.",
    },
    construction: {
      title: "객체 생성",
      count: (n) => `생성 ${grouped(n)}건`,
      why: "객체를 만들려면 클래스가 곁에 있어야 합니다. 클래스를 함께 옮기거나 팩토리를 남겨야 합니다.",
    },
    injection: {
      title: "의존성 주입",
      count: (n) => `주입 ${grouped(n)}건`,
      why: "이미 이음새가 있습니다. 새 서비스의 클라이언트를 대신 주입할 수 있습니다.",
    },
    inheritance: {
      title: "상속",
      count: (n) => `상속 ${grouped(n)}건`,
      why: "경계 너머의 부모 클래스는 복사하거나, 라이브러리로 공유하거나, 합성으로 바꿔야 합니다.",
    },
    "type-reference": {
      title: "타입 참조",
      count: (n) => `타입 참조 ${grouped(n)}건`,
      why: "공유하는 타입은 두 서비스 사이의 계약이 됩니다.",
    },
    import: {
      title: "임포트",
      count: (n) => `임포트 ${grouped(n)}건`,
      why: "상대 파일 없이는 컴파일되지 않습니다.",
    },
    "table-mapping": {
      title: "테이블 매핑",
      count: (n) => `매핑 ${grouped(n)}건`,
      why: "클래스와 그 테이블은 하나입니다. 한쪽의 주인이 다른 쪽의 주인입니다.",
    },
    "table-access": {
      title: "테이블 접근",
      count: (n) => `접근 ${grouped(n)}건`,
      why: "두 서비스가 함께 쓰는 테이블부터 떼어 내야 합니다.",
    },
    join: {
      title: "조인",
      count: (n) => `조인 ${grouped(n)}건`,
      why: "경계를 넘는 조인은 두 번의 조회, 조회용 모델 또는 복제본이 됩니다.",
    },
    "foreign-key": {
      title: "외래 키",
      count: (n) => `외래 키 ${grouped(n)}개`,
      why: "테이블을 나누려면 제약 조건을 먼저 없애고, 그 약속을 코드가 지켜야 합니다.",
    },
    transaction: {
      title: "트랜잭션",
      count: (n) => `트랜잭션 ${grouped(n)}건`,
      why: "두 데이터베이스에 걸친 트랜잭션은 없습니다. 보상 트랜잭션이 있는 사가가 필요합니다.",
    },
    "co-change": {
      title: "함께 변경됨",
      count: (n) => `커밋 ${grouped(n)}건`,
      why: "함께 바뀌는 코드는 함께 배포되어야 합니다.",
    },
  },
  criteria: koreanCriteria,
  plan: koreanPlan,
  dossier: koreanDossier,
  diagnostics: koreanDiagnostics,
  roles: {
    controller: "컨트롤러",
    resolver: "리졸버",
    service: "서비스",
    repository: "리포지토리",
    entity: "엔티티",
    dto: "DTO",
    guard: "가드",
    job: "작업",
    "message-handler": "메시지 핸들러",
    middleware: "미들웨어",
    module: "모듈",
    migration: "마이그레이션",
    configuration: "설정",
    test: "테스트",
  },
  forms: { class: "클래스", interface: "인터페이스", object: "객체", module: "모듈" },
  levels: { macro: "큰 단위", meso: "중간 단위", micro: "작은 단위" },
  resolutions: {
    import: "임포트로 확인",
    "declared-type": "선언된 타입으로 확인",
    "inferred-type": "추론된 타입으로 확인",
    "injected-token": "주입 토큰으로 확인",
    "injected-name": "주입 이름으로 확인",
    container: "컨테이너 조회로 확인",
    implementation: "인터페이스의 구현체로 확인",
    callback: "콜백으로 전달됨",
    checker: "타입 검사기로 확인",
  },
  readings: {
    schema: "스키마에서",
    "sql-parser": "SQL 구문 분석으로",
    "query-builder": "쿼리 빌더에서",
    "token-scan": "분석되지 않은 SQL에서 이름만 찾음",
    partial: "실행 중에 만들어지는 SQL의 고정된 부분에서",
  },
  skipped: {
    test: "테스트",
    generated: "생성된 코드",
    vendored: "외부 코드",
    "build-output": "빌드 결과물",
    declaration: "타입 선언",
    asset: "자산과 문서",
    "other-package": "다른 패키지",
    excluded: "제외됨",
    "user-interface": "사용자 인터페이스",
    tooling: "빌드와 검사 도구",
    unsupported: "읽지 않는 언어",
    "too-large": "너무 큼",
    binary: "바이너리",
    unreadable: "읽을 수 없음",
  },
  structures: {
    strong: {
      title: "뚜렷한 구조",
      verdict: "코드가 우연보다 훨씬 뚜렷하게 이 컨텍스트들로 나뉩니다.",
    },
    weak: {
      title: "약한 구조",
      verdict: "구조가 있지만 무릅니다. 떼어 내기 전에 모놀리스 안에서 먼저 모듈로 나누세요.",
    },
    none: {
      title: "근거 있는 구조 없음",
      verdict: "이 컨텍스트들은 우연과 다르지 않습니다. 이대로 나누지 마세요.",
    },
  },
};
