import { argumentsAt, type HazardRule, matches } from "./hazard-rule.ts";

const CONSUMERS =
  /@(RabbitSubscribe|MessagePattern|EventPattern|SqsMessageHandler|Process)\s*\(|\b(eachMessage|eachBatch)\s*:|\.(consume)\s*\(\s*['"`\w]/g;
const DEDUPLICATED = /dedup|idempoten|already\w{0,40}[pP]rocess|processed\w{0,40}[iI]ds?|messageId|jobId/;

/** Handlers of messages in a file that never speaks of duplicates: brokers deliver at least once. */
export const consumerWithoutDeduplication: HazardRule = {
  words: [
    "RabbitSubscribe",
    "MessagePattern",
    "EventPattern",
    "SqsMessageHandler",
    "@Process",
    "eachMessage",
    "eachBatch",
    ".consume",
  ],
  see: (code) => {
    if (DEDUPLICATED.test(code)) return [];
    return matches(code, CONSUMERS).map(({ match, line }) => ({
      hazard: "consumer-without-deduplication",
      what: match[1] ?? match[2] ?? match[3] ?? "",
      line,
    }));
  },
};

const KAFKA_SEND = /\bproducer\.send(\()/g;

/** Messages without a key: their order is not kept. */
export const producerWithoutKey: HazardRule = {
  words: ["producer.send("],
  see: (code) =>
    matches(code, KAFKA_SEND).flatMap(({ match, line }) => {
      const handed = argumentsAt(code, match.index! + match[0].length - 1);
      if (handed === null || !/messages\s*:\s*\[/.test(handed) || /\bkey\b/.test(handed)) return [];
      return [{ hazard: "producer-without-key" as const, what: "producer.send(…)", line }];
    }),
};
