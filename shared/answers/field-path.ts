import type { Api } from "../domain/tenant.ts";

/** Words of the vendor's error texts, in lower case without punctuation, for each field of the envelope. */
const FIELD_WORDS: Record<Api, Readonly<Record<string, readonly string[]>>> = {
  optievent: {
    tenant: ["tenant", "tenantid"],
    customer: ["customer", "customerid", "userid", "user", "cid"],
    visitor: ["visitor", "visitorid"],
    timestamp: ["timestamp", "time", "eventtime"],
    event: ["event", "eventname", "eventkey", "eventid"],
    context: ["context", "parameters"],
  },
  realtime: {
    tid: ["tid", "token", "tenant", "tenantid"],
    cid: ["cid", "customer", "customerid", "userid", "user"],
    eid: ["eid", "event", "eventid", "eventname", "eventkey"],
    context: ["context", "parameters"],
  },
};

/** Words that begin many sentences and name no parameter. */
const GENERAL_WORDS = new Set(
  "a an the it this that there which what value values request body payload json data field format type key name parameter error message content server access authentication signature names both neither either".split(
    " ",
  ),
);

const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const CONTEXT_NAME = new RegExp(`\\bcontext[./](${NAME})`, "i");
/** The event itself, named or not: `the event "x" is not configured`, `event names are case-sensitive`. */
const EVENT_SUBJECT = new RegExp(`^(?:the\\s+)?event\\s+(?:names?\\b|["'\`])`, "i");
const BODY_SUBJECT = /^(?:the\s+)?body\b/i;
const SUBJECT = new RegExp(
  `^\\W{0,4}(?:the\\s+)?["'\`]?(${NAME})["'\`]?\\s+(?:is|are|was|must|should|has|can|cannot|exceeds|does|may|needs|not|contains)\\b`,
  "i",
);
const PARAMETER_NAME = new RegExp(`\\bparam(?:eter)?s?:?\\s+["'\`]?(${NAME})`, "i");
const QUOTED_NAME = new RegExp(`["'\`](${NAME})["'\`]`);
/** Of two spellings, the one that the event has. */
const WRONG_SPELLING = new RegExp(`case-sensitive.*, not ["'\`](${NAME})["'\`]`);

/**
 * The JSON pointer of the field that a refusal's reason speaks of, where the words tell: `tenantId is missing or
 * invalid` is `/tenant`, `email is not valid` is `/context/email`. null where they do not.
 */
export function fieldPathOf(api: Api, reason: string): string | null {
  const text = reason.slice(0, 2000);
  if (BODY_SUBJECT.test(text)) return null;
  if (EVENT_SUBJECT.test(text)) return envelopePath(api, ["event"]);
  const inContext = CONTEXT_NAME.exec(text)?.[1];
  if (inContext !== undefined) return contextPath(inContext);
  const subject = SUBJECT.exec(text)?.[1];
  if (subject !== undefined && !GENERAL_WORDS.has(subject.toLowerCase())) return pathOfName(api, subject);
  const parameter = parameterIn(text);
  if (parameter !== undefined) return contextPath(parameter);
  const quoted = quotedName(text);
  return quoted === undefined ? envelopePath(api, text.split(/[^A-Za-z0-9_]+/)) : pathOfName(api, quoted);
}

/** A name of the envelope, else a parameter. */
function pathOfName(api: Api, name: string): string {
  return envelopePath(api, [name]) ?? contextPath(name);
}

function quotedName(text: string): string | undefined {
  return (WRONG_SPELLING.exec(text) ?? QUOTED_NAME.exec(text))?.[1];
}

/** Words that follow "parameter" and are no name: `the parameter is missing`. */
const NO_NAMES =
  /^(?:is|are|was|must|should|has|not|count|type|values?|names?|named|with|without|of|in|for|and|or|missing|that|which)$/i;

function parameterIn(text: string): string | undefined {
  const name = PARAMETER_NAME.exec(text)?.[1];
  return name === undefined || NO_NAMES.test(name) ? undefined : name;
}

function envelopePath(api: Api, words: readonly string[]): string | null {
  for (const word of words) {
    const plain = word.toLowerCase().replaceAll("_", "");
    for (const [field, names] of Object.entries(FIELD_WORDS[api])) {
      if (names.includes(plain)) return `/${field}`;
    }
  }
  return null;
}

function contextPath(name: string): string {
  return `/context/${name}`;
}
