import { parseJson } from "../json/parse.ts";
import { lastMember } from "../json/path.ts";
import type { JsonNode } from "../json/types.ts";
import type { Deviation } from "./deviation.ts";
import { AS_WRITTEN, rewriteJson } from "./rewrite.ts";
import { REWRITES, type Rewrite } from "./rewrites.ts";
import { ENCODINGS, WRAPPINGS, type Encoding, type Wrapping } from "./wrappings.ts";

/** Bytes that somebody may have signed in place of those of a body, and what was done to get there. */
export type MessageVariant = {
  readonly deviations: readonly Deviation[];
  readonly bytes: Uint8Array;
};

/** What is signed: the body, or by mistake something else. */
type Subject = {
  readonly deviations: readonly Deviation[];
  readonly text: string;
  readonly root: JsonNode | null;
  /** Nobody writes a text anew that is none. */
  readonly isFixed: boolean;
  readonly axes: () => Axes;
};

/** Rewrites by what they are about; of each axis one can be at work. */
type Axes = readonly (readonly Rewrite[])[];

type Choice = { readonly rewrites: readonly Rewrite[]; readonly wrapping: Wrapping | null };

/** No library and no mistake that is known brings more of them together. */
const MOST_DEVIATIONS = 5;

/** Where there is no body but a value that was no text, languages write these in its place. */
const NO_TEXTS = [
  { id: "empty", phrase: "an empty text", text: "" },
  { id: "null", phrase: "the text null", text: "null" },
  { id: "undefined", phrase: "the text undefined", text: "undefined" },
  { id: "array", phrase: "the text Array", text: "Array" },
  { id: "object", phrase: "the text [object Object]", text: "[object Object]" },
] as const;

/**
 * Everything that may have been signed instead of the body, the simplest explanation first, the body itself before all. Made
 * one after another as they are asked for, because a large body has more of them than there is time for.
 */
export function* messageVariants(body: string): Generator<MessageVariant, void> {
  const subjects = subjectsOf(body);
  for (let count = 0; count <= MOST_DEVIATIONS; count += 1) {
    for (const subject of subjects) yield* variantsOf(subject, count - subject.deviations.length);
  }
}

function subjectsOf(body: string): readonly Subject[] {
  const whole = jsonSubject([], body);
  const context = whole.root?.kind === "object" ? lastMember(whole.root, "context")?.value : undefined;
  const inside = context === undefined ? [] : [contextSubject(body.slice(context.start, context.end))];
  return [whole, ...inside, ...NO_TEXTS.map(fixedSubject)];
}

function contextSubject(text: string): Subject {
  return jsonSubject([{ id: "subject.context", about: "subject", phrase: "the context alone" }], text);
}

function jsonSubject(deviations: readonly Deviation[], text: string): Subject {
  // A byte-order mark is no white space to JSON, but the document after it is one, at the same offsets.
  const parsed = parseJson(text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text);
  const root = parsed.ok ? parsed.root : null;
  return { deviations, text, root, isFixed: false, axes: usefulRewrites(text, root) };
}

function fixedSubject({ id, phrase, text }: (typeof NO_TEXTS)[number]): Subject {
  const deviations: readonly Deviation[] = [{ id: `subject.${id}`, about: "subject", phrase }];
  return { deviations, text, root: null, isFixed: true, axes: () => [] };
}

function* variantsOf(subject: Subject, count: number): Generator<MessageVariant, void> {
  if (count < 0 || (count > 0 && subject.isFixed)) return;
  for (const encoding of ENCODINGS) {
    // A line break at the end is a simpler explanation than a document written anew.
    for (const wrapping of [...WRAPPINGS, null]) {
      const left = count - (encoding.deviation === null ? 0 : 1) - (wrapping === null ? 0 : 1);
      if (left < 0) continue;
      for (const rewrites of left === 0 ? [[]] : choose(subject.axes(), left)) {
        const variant = variantOf(subject, { rewrites, wrapping }, encoding);
        if (variant !== null) yield variant;
      }
    }
  }
}

function variantOf(
  subject: Subject,
  { rewrites, wrapping }: Choice,
  encoding: Encoding,
): MessageVariant | null {
  const written = rewritten(subject, rewrites);
  const text = wrapping === null ? written : wrapping.wrap(written);
  if (text === null || (wrapping !== null && text === written)) return null;
  const bytes = encoding.encode(text);
  if (bytes === null) return null;
  const deviations = [
    ...subject.deviations,
    ...rewrites.map(({ deviation }) => deviation),
    ...(wrapping === null ? [] : [wrapping.deviation]),
    ...(encoding.deviation === null ? [] : [encoding.deviation]),
  ];
  return { deviations, bytes };
}

function rewritten({ text, root }: Pick<Subject, "text" | "root">, rewrites: readonly Rewrite[]): string {
  if (root === null || rewrites.length === 0) return text;
  const style = Object.assign({}, AS_WRITTEN, ...rewrites.map((rewrite) => rewrite.style));
  return rewriteJson(text, root, style);
}

/** Those that change anything in this text: a body without a slash has nothing to escape. Found out once, when asked. */
function usefulRewrites(text: string, root: JsonNode | null): () => Axes {
  let useful: Axes | null = null;
  return () => {
    useful ??= REWRITES.map((axis) => axis.filter((one) => rewritten({ text, root }, [one]) !== text));
    return useful;
  };
}

/** Every way to take `count` rewrites, no two of one axis. */
function* choose(axes: Axes, count: number): Generator<readonly Rewrite[], void> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [index, axis] of axes.entries()) {
    for (const first of axis) {
      for (const others of choose(axes.slice(index + 1), count - 1)) yield [first, ...others];
    }
  }
}
