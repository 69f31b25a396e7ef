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
  "a an the it this that there which what value values request body payload json data field format type key name parameter error message content server access authentication signature".split(
    " ",
  ),
);

const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const QUOTED_NAME = new RegExp(`["'\`](${NAME})["'\`]`);
const CONTEXT_NAME = new RegExp(`\\bcontext[./](${NAME})`, "i");
const PARAMETER_NAME = new RegExp(`\\bparam(?:eter)?s?:?\\s+["'\`]?(${NAME})`, "i");
const SUBJECT = new RegExp(
  `^\\W{0,4}(?:the\\s+)?["'\`]?(${NAME})["'\`]?\\s+(?:is|are|was|must|should|has|can|cannot|exceeds|does|may|needs|not|contains)\\b`,
  "i",
);

/**
 * The JSON pointer of the field that a refusal's reason speaks of, where the words tell: `tenantId is missing or
 * invalid` is `/tenant`, `email is not valid` is `/context/email`. null where they do not.
 */
export function fieldPathOf(api: Api, reason: string): string | null {
  const text = reason.slice(0, 2000);
  const named = CONTEXT_NAME.exec(text)?.[1] ?? parameterIn(text);
  if (named !== undefined) return contextPath(named);
  const subject = SUBJECT.exec(text)?.[1] ?? QUOTED_NAME.exec(text)?.[1];
  if (subject !== undefined && !GENERAL_WORDS.has(subject.toLowerCase())) {
    return envelopePath(api, [subject]) ?? contextPath(subject);
  }
  return envelopePath(api, text.split(/[^A-Za-z0-9_]+/));
}

/** `parameter opt_in must be ...` names one, `the parameter is missing` does not. */
function parameterIn(text: string): string | undefined {
  const name = PARAMETER_NAME.exec(text)?.[1];
  if (
    name === undefined ||
    /^(is|are|was|must|should|has|not|count|type|value|values|name|with|of|in|for|missing|named?)$/i.test(
      name,
    )
  ) {
    return undefined;
  }
  return name;
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
