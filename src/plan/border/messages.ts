import type { MessageSeam } from "../../model/dossier.ts";
import type { Message } from "../../model/fact.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { byPlace } from "./places.ts";

/** Events, queues and topics of the code, by channel. */
export function messageSeams({ sources, home, contexts }: Landscape): MessageSeam[] {
  const channels = new Map<string, Message[]>();
  for (const message of sources.messages) {
    const known = channels.get(message.channel);
    if (known === undefined) channels.set(message.channel, [message]);
    else known.push(message);
  }
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
