import { MAXIMUM_DEPTH } from "../../json/parse.ts";

/**
 * The part of a broken document before the place where reading stopped, made whole: cut behind the last complete member
 * or item, with the brackets closed that are open there. Offsets in it are those of the document. null where nothing is
 * complete before that place.
 */
export function closeOff(text: string, end: number): string | null {
  const { cut } = scan(text, end);
  if (cut === null) return null;
  const { open } = scan(text, cut);
  return text.slice(0, cut) + open.toReversed().join("");
}

type Scan = {
  /** The offset behind the last complete value or opening bracket. */
  readonly cut: number | null;
  /** The closing brackets that are missing at the end. */
  readonly open: readonly string[];
};

function scan(text: string, end: number): Scan {
  const open: string[] = [];
  let cut: number | null = null;
  let offset = 0;
  while (offset < end && open.length <= MAXIMUM_DEPTH) {
    const next = skipQuotedOrComment(text, offset, end);
    if (next === null) break;
    if (next > offset) {
      offset = next;
      continue;
    }
    const character = text.charAt(offset);
    offset += 1;
    const closing = CLOSING[character];
    if (closing !== undefined) {
      open.push(closing);
      cut = offset;
    } else if (character === open.at(-1)) {
      open.pop();
      cut = offset;
    } else if (character === "," && open.length > 0) cut = offset - 1;
  }
  return { cut, open };
}

const CLOSING: Readonly<Record<string, string | undefined>> = { "{": "}", "[": "]", "(": ")" };

/** The offset behind a string or comment that starts here, the same offset where none does, null where it does not end. */
function skipQuotedOrComment(text: string, offset: number, end: number): number | null {
  const character = text.charAt(offset);
  if (character === '"' || character === "'" || character === "`") {
    for (let at = offset + 1; at < end; at += 1) {
      const inside = text.charAt(at);
      if (inside === "\\") at += 1;
      else if (inside === character) return at + 1;
    }
    return null;
  }
  if (character !== "/") return offset;
  const isBlock = text.startsWith("/*", offset);
  if (!isBlock && !text.startsWith("//", offset)) return offset;
  const close = isBlock ? text.indexOf("*/", offset + 2) : text.indexOf("\n", offset);
  if (close === -1 || close >= end) return null;
  return isBlock ? close + 2 : close;
}
