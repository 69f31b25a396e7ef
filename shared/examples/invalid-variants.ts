import { evaluateDynamicName } from "../compose/dynamic-values.ts";
import { draftFields, draftTextOf, objectText, type DraftField } from "../compose/new-draft.ts";
import { toPointer } from "../json/path.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { RULES } from "../validation/rules.ts";
import { envelopeProblems, somebody } from "./generate.ts";
import { exampleMembers } from "./members.ts";
import type { ExampleInput } from "./types.ts";
import type { InvalidVariant, Parts, VariantSubject, Wrong } from "./variant.ts";
import { wrongFields } from "./wrong-fields.ts";
import { wrongParameters } from "./wrong-parameters.ts";

export type { InvalidVariant, VariantSubject } from "./variant.ts";

/**
 * The event with one thing wrong at a time, each naming the rule that it breaks and those that it breaks by nature too: a
 * text that is too long is no email address either. The same input gives the same variants. There are none where not even a right
 * event can be made, e.g. for Realtime of one without an id: it would break that rule as well, each time.
 */
export function invalidVariants(input: ExampleInput): InvalidVariant[] {
  if (envelopeProblems(input).length > 0) return [];
  const parts = rightParts(input);
  const used = new Map<string, number>();
  const variants: InvalidVariant[] = [];
  const add = (wrong: Wrong, subject: VariantSubject, parameter: string | null): void => {
    const text = textOf(parts, wrong);
    variants.push(variantOf(wrong, subject, parameter, text, used));
  };
  for (const wrong of wrongParameters(parts)) add(wrong, "parameter", wrong.parameter);
  for (const wrong of wrongFields(parts)) add(wrong, wrong.subject, null);
  for (const [wrong, text] of wrongTexts(parts)) variants.push(variantOf(wrong, "text", null, text, used));
  return variants;
}

/** Every required parameter and nothing more, with values that look real. */
function rightParts(input: ExampleInput): Parts {
  const random = seededRandom(input.seed);
  const identity = input.identity ?? somebody(random);
  const { now, ruleProfile: profile, event } = input;
  const { members } = exampleMembers(event, { mode: "plausible", random, now, profile }, 0);
  const fields = draftFields(input, identity, "{}").filter(([name]) => name !== "context");
  return { input, fields, members };
}

function textOf(parts: Parts, { fields, members, context }: Wrong): string {
  const text = context === undefined ? objectText(members ?? parts.members) : context;
  const last: readonly DraftField[] = text === null ? [] : [["context", text]];
  return draftTextOf([...(fields ?? parts.fields), ...last]);
}

function variantOf(
  wrong: Wrong,
  subject: VariantSubject,
  parameter: string | null,
  text: string,
  used: Map<string, number>,
): InvalidVariant {
  const { rule, title } = wrong;
  const path = toPointer(wrong.path);
  const base = `${rule}:${parameter ?? path}`;
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  const id = count === 1 ? base : `${base}:${count}`;
  return {
    id,
    rule,
    severity: wrong.severity ?? RULES[rule].severity,
    path,
    alsoBreaks: wrong.alsoBreaks ?? [],
    subject,
    parameter,
    title,
    text,
  };
}

/** What is wrong with the text as a whole. */
function wrongTexts(parts: Parts): readonly (readonly [Wrong, string])[] {
  const right = textOf(parts, { rule: "json.syntax", path: [], title: "" });
  // In a text that is no JSON, placeholders are not filled in, which would be wrong as well.
  const moment = evaluateDynamicName("$now", {
    now: parts.input.now,
    random: seededRandom(parts.input.seed),
  });
  const broken = right.slice(0, -1).replace("{{$now}}", moment.ok ? moment.value : "");
  const first = parts.fields[0];
  const twice = first === undefined ? right : right.replace("{", `{\n  ${objectText([first]).slice(1, -1)},`);
  return [
    [{ rule: "json.syntax", path: [], title: "The last bracket is missing" }, broken],
    [
      { rule: "json.duplicate-key", path: [first?.[0] ?? ""], title: "The first field is there twice" },
      twice,
    ],
    [{ rule: "encoding.double", path: [], title: "The body is JSON within a string" }, JSON.stringify(right)],
    [{ rule: "envelope.not-object", path: [], title: "The body is an array of events" }, `[${right}]`],
  ];
}
