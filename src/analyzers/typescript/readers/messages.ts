import type { Message } from "../../../model/fact.ts";
import { placeAt } from "../facts/place.ts";
import type { Expr, Scope } from "../ir.ts";
import type { CallSite, Project, Reader } from "../project.ts";
import type { Type } from "../type.ts";
import { callsNamed } from "./calls-by-name.ts";

const SUBSCRIBING = new Map([
  ["OnEvent", 0],
  ["EventPattern", 0],
  ["EventsHandler", 0],
  ["Processor", 0],
  ["Process", 0],
  ["OnQueueEvent", 0],
  ["RabbitSubscribe", 0],
  ["SqsMessageHandler", 0],
  ["KafkaListener", 0],
]);
const PUBLISHING = new Set([
  "emit",
  "emitAsync",
  "publish",
  "dispatch",
  "sendToQueue",
  "send",
  "add",
  "produce",
  "enqueue",
]);
const LISTENING = new Set(["on", "once", "addListener", "subscribe", "consume", "ofType", "process"]);
/** What may carry messages: an emitter, a bus, a queue, a broker's client. */
const CARRIER =
  /event|emitter|bus|queue|pubsub|broker|kafka|rabbit|amqp|sqs|sns|nats|producer|publisher|consumer|messag|bull|client/i;

/**
 * Events, queues and topics: decorators that subscribe, and calls on emitters, buses, queues and brokers' clients. Says
 * who publishes and who listens on what. Carriers that neither their type nor their name gives away are not seen.
 */
export const messages: Reader = {
  name: "messages",
  read: (project) => ({
    facts: [
      ...fromDecorators(project),
      ...callsNamed(project, (name) => PUBLISHING.has(name) || LISTENING.has(name)).flatMap((site) =>
        fromCall(project, site),
      ),
    ],
    diagnostics: [],
  }),
};

function fromDecorators(project: Project): Message[] {
  return project.classes.flatMap((cls) => {
    const owners = [{ name: "", decorators: cls.decorators }, ...cls.members.values()];
    return owners.flatMap(({ name, decorators }) =>
      decorators.flatMap((decorator): Message[] => {
        if (!SUBSCRIBING.has(decorator.name)) return [];
        const channel = channelOf(project, decorator.args[0], cls.scope);
        if (channel === null) return [];
        const place = placeAt(cls.scope.file, decorator.pos);
        return [
          {
            kind: "message",
            unit: project.unitOfClass(cls),
            direction: "subscribes",
            channel,
            method: name,
            place,
          },
        ];
      }),
    );
  });
}

function fromCall(project: Project, site: CallSite): Message[] {
  const { expr, scope, name } = site;
  if (expr.k !== "call" || expr.callee.k !== "member") return [];
  const direction = PUBLISHING.has(name) ? "publishes" : "subscribes";
  if (!carries(project, expr.callee.object, scope)) return [];
  const channel = channelOf(project, expr.args[0], scope);
  if (channel === null) return [];
  const place = placeAt(site.file, expr.pos);
  return [{ kind: "message", unit: site.unit, direction, channel, method: site.method, place }];
}

function carries(project: Project, receiver: Expr, scope: Scope): boolean {
  const type = project.typeOf(receiver, scope);
  for (const part of type.k === "union" ? type.types : [type]) if (isCarrier(project, part)) return true;
  if (type.k !== "unknown" && type.k !== "parameter") return false;
  const name = receiver.k === "id" || receiver.k === "member" ? receiver.name : "";
  return /(?:emitter|eventbus|bus|queue|pubsub|producer|publisher|broker)$/i.test(name);
}

function isCarrier(project: Project, type: Type): boolean {
  if (type.k === "external")
    return (
      type.module !== "" &&
      CARRIER.test(`${type.module} ${type.path.split(".")[0]}`) &&
      !/http|axios|redis|mongo|prisma|pg/i.test(type.module)
    );
  if (type.k !== "instance") return false;
  const base = project.externalBaseOf(type.cls);
  if (base && CARRIER.test(`${base.module} ${base.path}`)) return true;
  return /(?:emitter|eventbus|bus|queue|pubsub|producer|publisher|broker)$/i.test(type.cls.name);
}

/** Where options say it: `send({ topic: "sales", messages })`. */
const NAMING = new Set([
  "topic",
  "topics",
  "queue",
  "channel",
  "subject",
  "exchange",
  "QueueUrl",
  "TopicArn",
]);

/** The name of the channel: a text, a constant, or the class of the event. */
function channelOf(project: Project, argument: Expr | undefined, scope: Scope): string | null {
  if (argument === undefined) return null;
  if (argument.k === "object") {
    const named = argument.properties.find(({ key }) => NAMING.has(key));
    return named ? channelOf(project, named.value, scope) : null;
  }
  if (argument.k === "array") return channelOf(project, argument.items[0], scope);
  const text = project.constantOf(argument, scope);
  if (text) return text.text.slice(0, 200);
  const type = project.typeOf(argument, scope);
  if (type.k === "class" || type.k === "instance") return type.cls.name || null;
  if (argument.k === "member" && argument.object.k === "id")
    return `${argument.object.name}.${argument.name}`;
  return null;
}
