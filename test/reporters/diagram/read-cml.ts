/** What a file in the language of Context Mapper declares. */
export interface CmlModel {
  readonly map: string | null;
  readonly contains: readonly string[];
  readonly relations: readonly { readonly left: string; readonly kind: string; readonly right: string }[];
  readonly contexts: readonly CmlContext[];
}

export interface CmlContext {
  readonly id: string;
  readonly vision: string;
  readonly aggregates: readonly {
    readonly id: string;
    readonly about: string;
    readonly members: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
  }[];
}

/**
 * Reads the part of the grammar that is written here (ContextMappingDSL.xtext and TacticDDDLanguage.xtext of Context
 * Mapper 6.12), and nothing more: what is not of it is an error. So are an identifier that is a keyword or stands
 * twice, a reference to what is not declared or not on the map, and a relation of a context with itself.
 */
export function readCml(text: string): CmlModel {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string => tokens[at] ?? "";
  const take = (wanted?: string): string => {
    const token = tokens[at++] ?? "the end";
    if (wanted !== undefined && token !== wanted) throw new Error(`${token} instead of ${wanted}`);
    return token;
  };
  const identifier = (): string => {
    const token = take();
    if (!IDENTIFIER.test(token) || KEYWORDS.has(token)) throw new Error(`${token} is no identifier`);
    return token;
  };
  const declared = new Set<string>();
  const declare = (): string => {
    const id = identifier();
    if (declared.has(id)) throw new Error(`${id} is declared twice`);
    declared.add(id);
    return id;
  };
  const string = (): string => {
    const token = take();
    if (!token.startsWith('"')) throw new Error(`${token} is no string`);
    return token.slice(1, -1).replace(/\\(.)/g, "$1");
  };
  const field = (name: string): string => {
    take(name);
    take("=");
    return string();
  };

  const contains: string[] = [];
  const relations: { left: string; kind: string; right: string }[] = [];
  const contexts: CmlContext[] = [];
  let map: string | null = null;
  if (peek() === "ContextMap") {
    take();
    map = declare();
    for (const token of ["{", "type", "=", "SYSTEM_LANDSCAPE", "state", "=", "AS_IS"]) take(token);
    if (peek() === "contains") {
      do {
        take();
        contains.push(identifier());
      } while (peek() === ",");
    }
    while (peek() !== "}") {
      const [left, ...kind] = [identifier(), ...Array.from({ length: 7 }, () => take())];
      relations.push({ left, kind: kind.join(""), right: identifier() });
    }
    take("}");
  }
  while (at < tokens.length) {
    take("BoundedContext");
    const id = declare();
    take("{");
    const vision = field("domainVisionStatement");
    const aggregates: CmlContext["aggregates"][number][] = [];
    while (peek() === "Aggregate") {
      take();
      const aggregate = declare();
      take("{");
      const about = field("responsibilities");
      const members: { id: string; kind: string; name: string }[] = [];
      while (peek() !== "}") {
        const name = string();
        const kind = take();
        if (kind !== "Service" && kind !== "Entity") throw new Error(`${kind} is no kind of member`);
        members.push({ name, kind, id: declare() });
        take("{");
        take("}");
      }
      take("}");
      aggregates.push({ id: aggregate, about, members });
    }
    take("}");
    contexts.push({ id, vision, aggregates });
  }
  const known = new Set(contexts.map(({ id }) => id));
  for (const id of contains) if (!known.has(id)) throw new Error(`${id} is on the map and not declared`);
  for (const { left, kind, right } of relations) {
    if (!["[U]->[D]", "[P]<->[P]", "[SK]<->[SK]"].includes(kind)) throw new Error(`${kind} is no relation`);
    if (left === right) throw new Error(`${left} has a relation with itself`);
    for (const id of [left, right]) if (!contains.includes(id)) throw new Error(`${id} is not on the map`);
  }
  return { map, contains, relations, contexts };
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Keywords of the language that begin with a capital letter, as our identifiers do. */
const KEYWORDS = new Set(
  `ACL ACT AccessObject Aggregate Application ApplicationPart Bag BasicType BigDecimal BigInteger Blob Boolean
  BoundedContext C CF CHAR CONCRETE Clob Collection Command CommandEvent Consumer ContextMap Coordination D DELETE
  DataTransferObject Date DateTime Domain DomainEvent Double Entity Event Float Flow GET INTEGER Integer JOINED Key List
  Long META MONITOR Map Module O OHS P PL POST PUT PagedResult PagingParameter Partnership Repository Resource S
  SINGLE_TABLE SK Service Set Stakeholder StakeholderGroup Stakeholders String Subdomain TacticDDDApplication Timestamp
  Trait U UseCase UserStory Value ValueCluster ValueEpic ValueNarrative ValueObject ValueRegister ValueWeigthing X`.split(
    /\s+/,
  ),
);
/** A comment, a string with the escapes that the language knows, an identifier, an arrow, a sign. */
const TOKEN = /\/\/[^\n\r]*|"(?:[^"\\\n\r]|\\[btnfr"'\\])*"|[A-Za-z_][A-Za-z0-9_]*|<->|->|[{}[\],=]/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (/[ \n]/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined)
      throw new Error(`not of the language: ${JSON.stringify(text.slice(at, at + 60))}`);
    if (!token.startsWith("//")) tokens.push(token);
    at += token.length;
  }
  return tokens;
}
