import { grouped } from "./counted.ts";
import type { DiagramCopy } from "./diagram-copy.ts";

export const koreanDiagram: DiagramCopy = {
  contexts: (repository, level) => `${repository}: 컨텍스트 후보 (${level})`,
  inside: (repository, level, context) => `${repository}: ${context}의 안 (${level})`,
  lines: (n) => `${grouped(n)}줄`,
  kernel: "공유 커널",
  usedBy: (n) => `컨텍스트 ${grouped(n)}개가 사용`,
  noName: "(이름 없음)",
  sharedTables: (n) => `함께 쓰는 테이블 ${grouped(n)}개`,
  reading: "화살표는 기대는 쪽을 가리키고, 굵을수록 그런 곳이 많습니다.",
  relations: "[SK] 양쪽이 같은 테이블을 씀, [U]->[D] 다섯에 넷 이상이 한쪽으로 기댐, [P] 그 밖.",
  drawn: (kinds) => `그린 것: ${kinds}.`,
  notCounted: (kinds) => `그리지도 세지도 않은 것: ${kinds}.`,
  leftOut: "읽기 쉽도록 뺀 것",
  moreContexts: (n) => `줄이 더 적은 컨텍스트 ${grouped(n)}개`,
  moreMembers: (n) => `이음이 더 적은 단위와 테이블 ${grouped(n)}개`,
  moreTies: (n, couplings) => `더 약한 이음 ${grouped(n)}개 (${couplings})`,
  everything: (option) => `${option} 옵션은 모두 그립니다`,
  outside: (contexts) => `경계 너머, 그리지 않음: ${contexts}`,
  leansOn: (from, to, how) => `${from} → ${to}에 기댐: ${how}`,
  bothWays: (left, right, how) => `${left} ↔ ${right}, 방향 없음: ${how}`,
  bothWrite: (n) => `양쪽이 쓰는 테이블 ${grouped(n)}개`,
  sharedUnits: (n) => `함께 쓰는 단위 ${grouped(n)}개`,
};
