import type { DraftField } from "../compose/new-draft.ts";
import type { JsonPath } from "../json/types.ts";
import type { Severity } from "../domain/finding.ts";
import type { RuleName } from "../validation/rules.ts";
import type { ExampleInput } from "./types.ts";

/** What a variant is wrong in, as a menu groups them. */
export type VariantSubject = "parameter" | "event" | "identity" | "timestamp" | "envelope" | "text";

/** An event that is wrong on purpose, in one thing. */
export type InvalidVariant = {
  /** Stable for one event: `parameter.missing:email`. */
  readonly id: string;
  /** The rule it breaks, how serious that is, and the JSON pointer of the finding. */
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly path: string;
  /** Rules that the same value breaks by nature: a number in the place of an email address is no address either. */
  readonly alsoBreaks: readonly string[];
  readonly subject: VariantSubject;
  /** The parameter that is wrong; null where it is another thing. */
  readonly parameter: string | null;
  /** What is wrong, in a few words: "`opt_in` is the string "true"". */
  readonly title: string;
  /** The text of the draft. */
  readonly text: string;
};

/** The parts of a right event, for a variant to put one wrong. */
export type Parts = {
  readonly input: ExampleInput;
  /** Without `context`. */
  readonly fields: readonly DraftField[];
  readonly members: readonly DraftField[];
};

/** A variant without what follows from the rest. `severity` only where it is not the rule's own. */
export type Wrong = {
  readonly rule: RuleName;
  readonly severity?: Severity;
  readonly path: JsonPath;
  readonly title: string;
  readonly alsoBreaks?: readonly string[];
  /** What is wrong instead of the same fields and members in the right event. */
  readonly fields?: readonly DraftField[];
  readonly members?: readonly DraftField[];
  /** The value of `context` where it is not an object of the members; null leaves it out. */
  readonly context?: string | null;
};

/** The members with one replaced, or added at the end. */
export function withMember(
  members: readonly DraftField[],
  name: string,
  valueText: string,
): readonly DraftField[] {
  if (!members.some(([other]) => other === name)) return [...members, [name, valueText]];
  return members.map((member) => (member[0] === name ? [name, valueText] : member));
}

export function withoutMember(members: readonly DraftField[], name: string): readonly DraftField[] {
  return members.filter(([other]) => other !== name);
}

export function withName(
  members: readonly DraftField[],
  name: string,
  newName: string,
): readonly DraftField[] {
  return members.map((member) => (member[0] === name ? [newName, member[1]] : member));
}
