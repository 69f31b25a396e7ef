import { decode } from "../compose/placeholder-syntax.ts";
import type { JsonPath, Span } from "../json/types.ts";
import { openPlaceholder, type OpenPlaceholder } from "./open-placeholder.ts";
import { isClosed, tokensOf, type Token } from "./tokens.ts";

/** Where a place in a draft is, as far as can be told while the draft is being written and may not be JSON. */
export type Caret = {
  /** `name`: where a member's name stands or could; `value`: where a member's value does. */
  readonly role: "name" | "value";
  /** Of a name the path of its object, of a value its own. */
  readonly path: JsonPath;
  /** What is written there, quotes included; empty at the caret where nothing is. */
  readonly span: Span;
  /** Inside of a string; `isClosed` says whether it has its closing quote. */
  readonly string: { readonly isClosed: boolean; readonly value: string } | null;
  /** The other names of the object. */
  readonly names: ReadonlySet<string>;
  readonly hasColon: boolean;
  /** Where the comma of the member before is missing; null where it is not. */
  readonly commaMissingAt: number | null;
  /** Whether another member follows without a comma. */
  readonly needsCommaAfter: boolean;
  readonly placeholder: OpenPlaceholder | null;
};

type Frame = {
  readonly kind: "object" | "array";
  readonly names: string[];
  expects: "name" | "colon" | "value" | "comma";
  name: string;
  index: number;
  lastEnd: number;
};

/** A frame goes on changing while the rest of its members is read; what matters of it is kept. */
type Place = Pick<Caret, "role" | "path" | "commaMissingAt"> & {
  readonly frame: Frame;
  readonly token: Token | null;
};

/** Reads where an offset is; null outside of objects, and where neither a name nor a value can stand. Never throws. */
export function readCaret(text: string, offset: number): Caret | null {
  const frames: Frame[] = [];
  let place: Place | null = null;
  let next: Token | null = null;
  for (const token of tokensOf(text)) {
    const frame = frames.at(-1);
    const isPast = token.start >= offset;
    if (place === null && (isPast || holds(token, offset))) {
      place = placeIn(frames, isPast ? null : token);
      if (place === null) return null;
    }
    if (isPast) next ??= token;
    if (place !== null && place.frame === frame && closes(token)) break;
    advance(frames, token, place?.token === token);
  }
  place ??= placeIn(frames, null);
  return place === null ? null : describePlace(text, offset, place, next);
}

/** Strictly inside of a string, or inside of a word or at its end. */
function holds(token: Token, offset: number): boolean {
  if (token.kind === "punctuation" || offset <= token.start) return false;
  return token.kind === "string" && isClosed(token) ? offset < token.end : offset <= token.end;
}

function placeIn(frames: readonly Frame[], token: Token | null): Place | null {
  const frame = frames.at(-1);
  if (frame === undefined || frame.kind === "array" || frame.expects === "colon") return null;
  const isValue = frame.expects === "value";
  // Only here: a path for each bracket would take the square of the depth in time and memory.
  const path = frames.slice(0, -1).map(stepOf);
  return {
    frame,
    token,
    role: isValue ? "value" : "name",
    path: isValue ? [...path, frame.name] : path,
    commaMissingAt: frame.expects === "comma" ? frame.lastEnd : null,
  };
}

function closes({ text }: Token): boolean {
  return text === "}" || text === "]";
}

function advance(frames: Frame[], token: Token, isAtCaret: boolean): void {
  const frame = frames.at(-1);
  if (token.text === "{" || token.text === "[") {
    frames.push(open(token.text === "{" ? "object" : "array"));
  } else if (closes(token)) {
    frames.pop();
    const parent = frames.at(-1);
    if (parent !== undefined) finishValue(parent, token.end);
  } else if (frame !== undefined) advanceIn(frame, token, isAtCaret);
}

/** Which of its members a frame is at. */
function stepOf({ kind, index, name }: Frame): string | number {
  return kind === "array" ? index : name;
}

function open(kind: Frame["kind"]): Frame {
  return {
    kind,
    names: [],
    expects: kind === "object" ? "name" : "value",
    name: "",
    index: 0,
    lastEnd: 0,
  };
}

function advanceIn(frame: Frame, token: Token, isAtCaret: boolean): void {
  if (token.text === ",") {
    frame.expects = frame.kind === "object" ? "name" : "value";
    frame.index += 1;
  } else if (token.text === ":") frame.expects = "value";
  else if (frame.expects === "value") finishValue(frame, token.end);
  else if (frame.kind === "object" && frame.expects !== "colon") {
    frame.name = contentOf(token);
    if (!isAtCaret) frame.names.push(frame.name);
    frame.expects = "colon";
  }
}

function finishValue(frame: Frame, end: number): void {
  frame.expects = "comma";
  frame.lastEnd = end;
}

function describePlace(text: string, offset: number, place: Place, next: Token | null): Caret {
  const { role, path, commaMissingAt, token, frame } = place;
  return {
    role,
    path,
    commaMissingAt,
    span: token === null ? { start: offset, end: offset } : { start: token.start, end: token.end },
    string: token?.kind === "string" ? { isClosed: isClosed(token), value: contentOf(token) } : null,
    names: new Set(frame.names),
    hasColon: role === "name" && next?.text === ":",
    needsCommaAfter: next !== null && next.kind !== "punctuation",
    placeholder: token?.kind === "string" ? openPlaceholder(text, token.start + 1, offset) : null,
  };
}

function contentOf(token: Token): string {
  if (token.kind !== "string") return token.text;
  return decode(token.text.slice(1, isClosed(token) ? -1 : undefined));
}
