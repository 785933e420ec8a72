import type { Lang } from "../../reporters/shared-copy.ts";
import type { ViewName } from "../state/route.ts";

/** A two-hour workshop with this page, step by step. */
export interface GuideWords {
  readonly before: string;
  readonly beforeItems: readonly string[];
  readonly steps: readonly GuideStep[];
  readonly after: string;
  readonly afterItems: readonly string[];
  readonly minutes: (from: number, to: number) => string;
  readonly wall: string;
}

export interface GuideStep {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
  readonly view: ViewName;
}

export const GUIDE_WORDS: Readonly<Record<Lang, GuideWords>> = {
  en: {
    before: "Before",
    beforeItems: [
      "Invite those who know the business and those who know the code; ten people at most.",
      "Print all views on A3 and hang them up; cut the cards of what is in doubt.",
      "Say it first: the software proposes, you decide. Every number can be unfolded to a line of code.",
    ],
    minutes: (from, to) => `${from}–${to} min`,
    steps: [
      {
        from: 0,
        to: 10,
        title: "Should we at all?",
        text: "Read the verdict aloud, and what could not be read. Who disagrees, and why? Note it.",
        view: "overview",
      },
      {
        from: 10,
        to: 30,
        title: "Do you know these pieces?",
        text: "Walk over the map, box by box. Each gets a name that the business uses: rename at once. Look at the thickest arrows: is that how you work?",
        view: "map",
      },
      {
        from: 30,
        to: 45,
        title: "Who says what?",
        text: "Words that several contexts use for different things. Two meanings: a border is missing, or a class has to be split.",
        view: "words",
      },
      {
        from: 45,
        to: 80,
        title: "What lies in the wrong place?",
        text: "Take what is in doubt, most contested first. Two minutes each: Why here? Move it, watch the numbers, write down why. No agreement: put dots on it and go on.",
        view: "board",
      },
      {
        from: 80,
        to: 95,
        title: "Whose data is it?",
        text: "Every table that several contexts write gets one owner. Foreign keys, joins and transactions over a border: cut, copy or keep together?",
        view: "data",
      },
      {
        from: 95,
        to: 110,
        title: "What comes first?",
        text: "Compare the strategies. Choose the pilot, then the first large piece. What changes most next year? That weighs more.",
        view: "order",
      },
      {
        from: 110,
        to: 120,
        title: "Who takes it home?",
        text: "Fill in the canvas of the first two pieces. Save the decisions, name one who puts the file into git.",
        view: "context",
      },
    ],
    after: "After",
    afterItems: [
      "Put monocarve.decisions.yaml into the repository and run the tool again with --decisions: the page then starts from what you decided.",
      "Meet again after the first step: the rest of the monolith has changed, so judge anew.",
    ],
    wall: "Print all views",
  },
  ko: {
    before: "준비",
    beforeItems: [
      "업무를 아는 사람과 코드를 아는 사람을 함께, 열 명 이내로 부르세요.",
      "모든 화면을 A3로 인쇄해 벽에 붙이고, 경계가 흔들리는 카드를 오려 두세요.",
      "먼저 말해 두세요: 소프트웨어는 제안하고, 결정은 여러분이 합니다. 모든 숫자는 코드 줄까지 펼쳐집니다.",
    ],
    minutes: (from, to) => `${from}–${to}분`,
    steps: [
      {
        from: 0,
        to: 10,
        title: "정말 나눠야 할까?",
        text: "판단과 읽지 못한 것을 소리 내어 읽습니다. 누가, 왜 동의하지 않나요? 적어 둡니다.",
        view: "overview",
      },
      {
        from: 10,
        to: 30,
        title: "이 조각들을 아나요?",
        text: "지도의 상자를 하나씩 짚습니다. 업무에서 쓰는 이름을 바로 붙입니다. 가장 굵은 화살표를 보세요: 실제로 그렇게 일하나요?",
        view: "map",
      },
      {
        from: 30,
        to: 45,
        title: "누가 무슨 뜻으로 말하나?",
        text: "컨텍스트마다 다른 뜻으로 쓰는 낱말을 봅니다. 뜻이 둘이면 경계가 빠졌거나 클래스를 나눠야 합니다.",
        view: "words",
      },
      {
        from: 45,
        to: 80,
        title: "무엇이 잘못 놓였나?",
        text: "가장 흔들리는 카드부터 2분씩. 왜 여기에? 옮겨 보고, 숫자를 보고, 이유를 적습니다. 합의가 안 되면 점을 찍고 넘어갑니다.",
        view: "board",
      },
      {
        from: 80,
        to: 95,
        title: "누구의 데이터인가?",
        text: "여럿이 쓰는 테이블마다 주인을 하나 정합니다. 경계를 넘는 외래 키·조인·트랜잭션: 끊을까, 복제할까, 함께 둘까?",
        view: "data",
      },
      {
        from: 95,
        to: 110,
        title: "무엇이 먼저인가?",
        text: "전략을 비교합니다. 파일럿을 고르고, 그다음 큰 조각을 고릅니다. 내년에 가장 많이 바뀔 곳은 더 무겁게 봅니다.",
        view: "order",
      },
      {
        from: 110,
        to: 120,
        title: "누가 가져갈까?",
        text: "처음 두 조각의 캔버스를 채웁니다. 결정을 저장하고, git에 올릴 사람을 정합니다.",
        view: "context",
      },
    ],
    after: "다음",
    afterItems: [
      "monocarve.decisions.yaml을 저장소에 넣고 --decisions로 다시 실행하세요. 페이지가 결정에서 시작합니다.",
      "첫 단계가 끝나면 다시 모이세요. 남은 모놀리스가 달라졌으니 새로 판단합니다.",
    ],
    wall: "모든 화면 인쇄",
  },
};
