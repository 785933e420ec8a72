import type { Copy } from "./copy.ts";
import { grouped } from "./counted.ts";

const files = (n: number): string => `파일 ${grouped(n)}개`;

/** The words for each kind of trouble. */
export const koreanDiagnostics: Copy["diagnostics"] = {
  "unreadable-file": { count: (n) => `읽을 수 없는 ${files(n)}`, advice: "권한을 확인하세요." },
  "not-regular-file": {
    count: (n) => `일반 파일이 아닌 항목 ${grouped(n)}개`,
    advice: "파이프, 소켓, 장치는 열지 않습니다.",
  },
  "symbolic-link": {
    count: (n) => `따라가지 않은 심볼릭 링크 ${grouped(n)}개`,
    advice: "링크는 따라가지 않으며, 가리키는 대상은 제자리에서만 읽습니다.",
  },
  "file-too-large": {
    count: (n) => `사람이 쓴 코드로 보기에 너무 큰 ${files(n)}`,
    advice: "읽지 않았습니다. 대개 생성된 파일이거나 데이터입니다.",
  },
  "folder-too-deep": { count: (n) => `너무 깊은 폴더 ${grouped(n)}개`, advice: "그 아래는 읽지 않았습니다." },
  "binary-file": {
    count: (n) => `소스 이름이지만 바이너리인 ${files(n)}`,
    advice: "소스가 없으니 할 일이 없습니다.",
  },
  "undecodable-text": {
    count: (n) => `텍스트가 아닌 바이트가 있는 ${files(n)}`,
    advice: "읽을 수 없는 바이트를 바꾸어 읽었습니다.",
  },
  "broken-configuration": {
    count: (n) => `이해할 수 없는 설정 ${files(n)}`,
    advice: "거기에 선언된 별칭과 패키지는 결과에 없습니다.",
  },
  "configuration-outside-root": {
    count: (n) => `저장소 밖을 가리키는 설정 ${grouped(n)}개`,
    advice: "저장소 밖의 것은 읽지 않습니다.",
  },
  "sparse-checkout": {
    count: (n) => `커밋된 코드 파일 ${grouped(n)}개가 폴더에 없음 (sparse checkout)`,
    advice: "그 내용은 결과에 없습니다. 모두 받으려면: git sparse-checkout disable",
  },
  "uncommitted-changes": {
    count: (n) => `커밋과 다른 ${files(n)}`,
    advice: "디스크에 있는 그대로 읽었습니다.",
  },
  "scope-chosen": {
    count: (n) => `여러 패키지 중 ${grouped(n)}개만 읽음`,
    advice: "--package, --include, --exclude로 바꿀 수 있습니다.",
  },
  "interface-set-aside": {
    count: (n) => `읽지 않은 사용자 인터페이스 ${files(n)}`,
    advice: "화면만 그리는 코드입니다. --include로 읽을 수 있습니다.",
  },
  "npm-traps": {
    count: (n) => `코드를 실행할 수 있는 npm 설정 ${grouped(n)}개`,
    advice: "npx는 저장소 밖에서 경로를 주어 실행하세요.",
  },
  "syntax-error": {
    count: (n) => `문법 오류가 있는 ${files(n)}`,
    advice: "이해할 수 있는 부분은 사용했습니다.",
  },
  "too-deep": { count: (n) => `너무 깊게 중첩된 ${files(n)}`, advice: "대개 생성된 코드입니다." },
  "deadline-exceeded": {
    count: (n) => `읽는 데 너무 오래 걸린 ${files(n)}`,
    advice: "생성된 코드라면 --exclude로 제외하세요.",
  },
  "parser-died": {
    count: (n) => `메모리가 부족해 읽지 못한 ${files(n)}`,
    advice: "--exclude로 제외하거나 NODE_OPTIONS=--max-old-space-size=MB로 메모리를 늘리세요.",
  },
  "minified-file": {
    count: (n) => `압축된 ${files(n)}`,
    advice: "압축된 코드는 컨텍스트를 말해 주지 않습니다.",
  },
  "unresolved-calls": {
    count: (n) => `대상을 찾지 못한 호출 ${grouped(n)}건`,
    advice: "--precise를 써 보세요. 타입 검사기가 일부를 찾아냅니다.",
  },
  "unresolved-import": {
    count: (n) => `대상을 찾지 못한 임포트 ${grouped(n)}건`,
    advice: "저장소에 없는 생성된 코드인 경우가 많습니다.",
  },
  "unreadable-sql": {
    count: (n) => `분석하지 못한 SQL 문 ${grouped(n)}개`,
    advice: "자세히: monocarve list diagnostics",
  },
  "partial-sql": {
    count: (n) => `실행 중에 만들어지는 SQL 문 ${grouped(n)}개`,
    advice: "고정된 부분만 읽었습니다.",
  },
  "unreadable-schema": {
    count: (n) => `이해하지 못한 스키마 ${grouped(n)}곳`,
    advice: "테이블이나 열이 빠졌을 수 있습니다. 자세히: monocarve list diagnostics",
  },
  "undeclared-table": {
    count: (n) => `선언 없이 사용되는 테이블 ${grouped(n)}개`,
    advice: "스키마가 다른 저장소에 있을 수 있습니다.",
  },
  "schema-disagreement": {
    count: (n) => `두 곳에서 다르게 선언된 테이블 ${grouped(n)}개`,
    advice: "나중의 마이그레이션을 믿었습니다.",
  },
  "dynamic-table": {
    count: (n) => `실행할 때만 테이블을 알 수 있는 쿼리 ${grouped(n)}개`,
    advice: "그 테이블은 결과에 없습니다.",
  },
  "no-history": {
    count: () => "git 이력 없음",
    advice: "변경량과 동시 변경을 알 수 없습니다. 클론을 분석하면 알 수 있습니다.",
  },
  "shallow-history": {
    count: () => "이력이 잘려 있음 (shallow clone)",
    advice: "나머지를 받으려면: git fetch --unshallow",
  },
  "partial-history": {
    count: () => "클론에 옛 파일 내용이 없음",
    advice: "줄 단위 변경량은 알 수 없지만 변경 횟수와 동시 변경은 온전합니다.",
  },
  "history-failed": { count: () => "git이 이력을 읽지 못함", advice: "이력 없이 분석했습니다." },
  "history-timeout": { count: () => "이력을 읽는 데 너무 오래 걸림", advice: "이력 없이 분석했습니다." },
  "foreign-owner": {
    count: () => "저장소의 소유자가 다른 사용자임",
    advice: "이력을 읽지 않았습니다. git의 safe.directory를 참고하세요.",
  },
  "foreign-objects": { count: () => "이력이 저장소 밖에 있음", advice: "읽지 않았습니다." },
  "sweeping-commits": {
    count: (n) => `동시 변경으로 세지 않은 대량 커밋 ${grouped(n)}건`,
    advice: "아주 많은 파일을 건드린 커밋은 결합을 말해 주지 않습니다.",
  },
  "sweeping-transactions": {
    count: (n) => `테이블 묶음으로 세지 않은 대량 트랜잭션 ${grouped(n)}건`,
    advice: "아주 많은 테이블에 쓰는 시드나 가져오기는 결합을 말해 주지 않습니다.",
  },
  "thin-history": {
    count: () => "함께 바뀌는 것을 알기에 커밋이 너무 적음",
    advice: "컨텍스트는 코드만으로 나누었습니다.",
  },
  "weak-structure": {
    count: () => "컨텍스트가 우연보다 별로 낫지 않음",
    advice: "답이 아니라 질문으로 읽으세요.",
  },
  "unknown-decision-target": {
    count: (n) => `없는 단위에 대한 결정 ${grouped(n)}개`,
    advice: "이름이 바뀌었나요? 자세히: monocarve list diagnostics",
  },
};
