import { numberText, plainTexts } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { Span } from "../json/types.ts";
import { readCaret, type Caret } from "./caret.ts";
import { parameterDetail } from "./suggest.ts";
import { fieldAt, parameterAt, placeholderNames, TYPE_NAMES, type Vocabulary } from "./words.ts";

/** What is known of something in the text. `facts` are short and follow its name, `text` is a sentence, or empty. */
export type Description = {
  readonly span: Span;
  readonly name: string;
  readonly facts: readonly string[];
  readonly text: string;
};

/** Describes what stands at an offset: a field, a parameter, an event, a placeholder; null where nothing is known. */
export function describeAt(text: string, offset: number, words: Vocabulary): Description | null {
  const caret = readCaret(text, offset);
  if (caret === null || caret.span.start === caret.span.end) return null;
  if (caret.placeholder !== null) return describePlaceholder(text, caret.placeholder, words);
  const path = caret.role === "value" ? caret.path : [...caret.path, nameOf(text, caret)];
  const parameter = parameterAt(path, words);
  if (parameter !== null) return describeParameter(caret.span, parameter);
  const field = fieldAt(path, words);
  if (field === null) return null;
  if (caret.role === "value" && field.name === "event") return describeEvent(caret, words);
  const facts = [TYPE_NAMES[field.type], ...(field.isRequired ? ["required"] : [])];
  return { span: caret.span, name: field.name, facts, text: field.description };
}

function nameOf(text: string, { string, span }: Caret): string {
  return string?.value ?? text.slice(span.start, span.end);
}

function describeParameter(span: Span, parameter: Parameter): Description {
  const { name, format, maxLength, monetary, description } = parameter;
  const [minimum, maximum] = [numberText(parameter, "minimum"), numberText(parameter, "maximum")];
  const facts = [
    parameterDetail(parameter),
    ...(format === undefined ? [] : [format]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(monetary === true ? ["an amount of money"] : []),
    ...(parameter.enum === undefined ? [] : [`one of ${plainTexts(parameter, "enum").join(", ")}`]),
  ];
  return { span, name, facts, text: description ?? "" };
}

function describeEvent({ string, span }: Caret, { catalog }: Vocabulary): Description | null {
  const event = catalog?.events.find(({ key }) => key === string?.value);
  if (event === undefined) return null;
  const facts = event.id === undefined ? [] : [`event ${event.id}`];
  const { title = "", description = "" } = event;
  const isSaidTwice = title === "" || description === "" || description.startsWith(title);
  return {
    span,
    name: event.key,
    facts,
    text: isSaidTwice ? description || title : `${title}. ${description}`,
  };
}

/** A name with options, such as `$now:-3d`, is described by the name itself. */
function describePlaceholder(text: string, span: Span, words: Vocabulary): Description | null {
  const name = text.slice(span.start, span.end).trim();
  const known = placeholderNames(words);
  const found =
    known.find((candidate) => candidate.name === name) ??
    known.find((candidate) => candidate.name === name.split(":")[0]);
  return found === undefined ? null : { span, name, facts: [], text: found.description };
}
