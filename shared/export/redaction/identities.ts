import type { Exchange } from "../../domain/exchange.ts";

/** Members and parameters that say whose event it is, in the spellings that the APIs and their SDKs use. */
const NAME = String.raw`(?:original_?|updated_?)?(?:customer|visitor|user|cid)(?:_?ids?)?`;
/** Groups: the escape of the quotes, the content of a string, the opening quote and content of one within a string, a number. */
const IN_JSON = new RegExp(
  String.raw`(\\{0,7})"${NAME}\1"\s*:\s*(?:"((?:[^"\\]|\\[^])*)"|(\\{1,7}")([^]{0,500}?)\3|(-?\d[\d.eE+-]*))`,
  "gi",
);
const IN_QUERY = new RegExp(String.raw`(?:^|[?&;])${NAME}=([^&;#\s]+)`, "gi");

/** Whose event it is, in every place of the exchange that says so by name. */
export function identitiesOf(exchange: Exchange): string[] {
  const { identity, request, response } = exchange;
  const found = new Set<string>();
  const add = (value: string | undefined) => {
    const trimmed = value?.trim() ?? "";
    if (trimmed !== "" && !/^\{\{[^{}]*\}\}$/.test(trimmed) && !/^(?:null|true|false)$/i.test(trimmed))
      found.add(trimmed);
  };
  add(identity?.value);
  for (const text of [request.text, response?.bodyEncoding === "utf8" ? response.body : ""]) {
    for (const match of text.matchAll(IN_JSON)) add(readMember(match));
    for (const [, value] of text.matchAll(IN_QUERY)) add(unpercent(value ?? ""));
  }
  for (const [, value] of request.url.matchAll(IN_QUERY)) add(unpercent(value ?? ""));
  return [...found];
}

/** The content of a JSON string, also of one in a string. */
function unescape(content: string): string {
  let read = content;
  for (let depth = 0; depth < 3 && read.includes("\\"); depth += 1) {
    try {
      read = String(JSON.parse(`"${read}"`));
    } catch {
      return read;
    }
  }
  return read;
}

function unpercent(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll("+", " "));
  } catch {
    return written;
  }
}

function readMember([, , string, , nested, number]: readonly (string | undefined)[]): string {
  return number ?? unescape(string ?? nested ?? "");
}

/** Replaces identities too short to be looked for anywhere, in the members that say whose event it is. */
export function replaceInMembers(text: string, replacementOf: (value: string) => string | null): string {
  return text.replaceAll(IN_JSON, (...match: string[]) => {
    const [whole = "", , string, , nested, number] = match;
    const written = string ?? nested ?? number ?? "";
    const replacement = replacementOf(readMember(match));
    if (replacement === null) return whole;
    const at = whole.lastIndexOf(written);
    return whole.slice(0, at) + replacement + whole.slice(at + written.length);
  });
}
