import type { Copy } from "./copy.ts";
import { grouped } from "./counted.ts";

/** The words for each criterion of the ranking. */
export const koreanCriteria: Copy["criteria"] = {
  churn: {
    title: "변경량",
    reason: (n) => `최근 ${grouped(n)}줄 변경`,
    why: "가장 많이 바뀌는 것이 따로 배포할 때 가장 많이 얻습니다.",
  },
  revisions: {
    title: "변경 횟수",
    reason: (n) => `파일 변경 ${grouped(n)}회`,
    why: "가장 자주 손대는 것이 전체 배포를 가장 자주 기다립니다.",
  },
  authors: {
    title: "작업자",
    reason: (n) => `${grouped(n)}명이 작업`,
    why: "함께 작업하는 사람이 많을수록 분리로 더 많은 사람이 자유로워집니다.",
  },
  endpoints: {
    title: "엔드포인트",
    reason: (n) => `엔드포인트 ${grouped(n)}개 응답`,
    why: "바깥에서 가장 많이 쓰는 것이 따로 확장할 때 가장 많이 얻습니다.",
  },
  size: {
    title: "크기",
    reason: (n) => `코드 ${grouped(n)}줄`,
    why: "큰 조각부터 나가야 남은 모놀리스를 이해하기 쉬워집니다.",
  },
  hotspots: {
    title: "핫스팟",
    reason: (n) => `자주 바뀌는 복잡도 ${grouped(n)}점`,
    why: "복잡하면서 자주 바뀌는 코드에서 지금 시간을 잃고 있습니다.",
  },
  roadmap: {
    title: "로드맵",
    reason: (n) => `로드맵 가중치 ${grouped(n)}`,
    why: "팀이 보기에 내년에 가장 많이 바뀔 것입니다.",
  },
  "calls-in": {
    title: "들어오는 호출",
    reason: (n) => `바깥에서 부르는 메서드 ${grouped(n)}개`,
    why: "하나하나가 새 서비스의 인터페이스가 됩니다.",
  },
  "calls-out": {
    title: "나가는 호출",
    reason: (n) => `바깥의 메서드 ${grouped(n)}개를 호출`,
    why: "하나하나가 모놀리스로 돌아가는 요청이 됩니다.",
  },
  "shared-tables": {
    title: "공유 테이블",
    reason: (n) => `다른 쪽과 함께 쓰는 테이블 ${grouped(n)}개`,
    why: "두 서비스가 쓰는 테이블부터 나누어야 합니다.",
  },
  "foreign-keys": {
    title: "외래 키",
    reason: (n) => `경계를 넘는 외래 키 ${grouped(n)}개`,
    why: "경계를 넘는 외래 키는 데이터를 옮기지 않고는 끊을 수 없습니다.",
  },
  joins: {
    title: "조인",
    reason: (n) => `경계를 넘는 조인 ${grouped(n)}건`,
    why: "경계를 넘는 조인은 두 번의 조회, 조회용 모델 또는 복제본이 됩니다.",
  },
  transactions: {
    title: "트랜잭션",
    reason: (n) => `경계를 넘는 트랜잭션 ${grouped(n)}건`,
    why: "양쪽에 쓰는 트랜잭션에는 보상이 있는 사가가 필요합니다.",
  },
  inheritance: {
    title: "상속",
    reason: (n) => `경계 너머의 부모 클래스 ${grouped(n)}개`,
    why: "네트워크 너머로는 상속할 수 없습니다.",
  },
  "shared-code": {
    title: "공유 코드",
    reason: (n) => `공유 코드 ${grouped(n)}개 사용`,
    why: "복제할지, 라이브러리로 공유할지, 소유할지 하나씩 정해야 합니다.",
  },
  "co-change": {
    title: "동시 변경",
    reason: (n) => `다른 쪽도 함께 바꾼 커밋 ${grouped(n)}건`,
    why: "함께 바뀌는 것은 배포도 함께 맞춰야 합니다.",
  },
};
