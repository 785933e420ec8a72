import type { InsightWords } from "./insight-words.ts";

export const koreanInsight: InsightWords = {
  terms: {
    none: "컨텍스트마다 다르게 쓰는 테이블이나 클래스가 없습니다.",
    noneWord: "여러 컨텍스트에 두드러지는 말이 없습니다.",
    apart: "이름 하나, 여러 뜻",
    apartNote:
      "컨텍스트마다 다른 컬럼이나 메서드를 쓰는 테이블·클래스는 뜻이 여럿인 말입니다: 나누자는 제안입니다.",
    vocabulary: "여러 컨텍스트가 쓰는 말",
    vocabularyNote: "각각에서 두드러지는 말입니다. 저마다 무슨 뜻으로 쓰는지 물어보세요.",
    overlap: (share) => `겹침 ${share}`,
    propose: (names) => `${names}(으)로 나눌 수 있음`,
  },
  readiness: {
    none: "이 분석에서는 배포·테스트·운영의 흔적을 찾지 않았습니다.",
    hazards: "분리 뒤에 문제가 되는 것",
    hazardsNote: "한 프로세스에서는 괜찮지만 둘이 되면 아닙니다.",
    question: "흔적이 없습니다. 있나요?",
    traces: "찾은 것",
  },
};
