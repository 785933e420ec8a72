import type { MessageSeam } from "../../model/dossier.ts";
import type { Message } from "../../model/fact.ts";
import { byCodeUnit } from "../../model/ids.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import { byPlace } from "./places.ts";

/** Events, queues and topics of the code, by channel. */
export function messageSeams({ sources, home, contexts }: Landscape): MessageSeam[] {
  const channels = groupBy(sources.messages, ({ channel }) => channel);
  const side = (messages: readonly Message[], direction: Message["direction"]): MessageSeam["publishers"] =>
    messages
      .filter((message) => message.direction === direction && home.has(message.unit))
      .map(({ unit, place }) => ({ context: contexts[home.get(unit) ?? 0]!, unit, place }))
      .sort((left, right) => byPlace(left.place, right.place));
  return [...channels]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([channel, messages]) => ({
      channel,
      publishers: side(messages, "publishes"),
      subscribers: side(messages, "subscribes"),
    }))
    .filter(({ publishers, subscribers }) => publishers.length + subscribers.length > 0);
}
