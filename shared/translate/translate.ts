import { parseJson } from "../json/parse.ts";
import type { JsonProblem } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { createDraftFields, type DraftFields, type NotCarried } from "./draft-fields.ts";
import { toOptiEvent, toRealtime, type TargetField } from "./target-fields.ts";
import type { TranslateInput } from "./translate-input.ts";
import { writeFields } from "./write-fields.ts";

export type { NotCarried } from "./draft-fields.ts";
export type { TranslateInput } from "./translate-input.ts";

/** The draft in the other API's form and what it could not take along; or why the draft has no form at all. */
export type Translation =
  | { readonly ok: true; readonly text: string; readonly notCarried: readonly NotCarried[] }
  | { readonly ok: false; readonly problem: JsonProblem };

/**
 * Writes a draft of one API as a draft of the other (OPTIMOVE-API.md section 2): `customer` is `cid`, the event's key is the
 * catalog's id, `context` stays character for character. What the other API has no place for is named. Never throws.
 */
export function translateDraft(input: TranslateInput): Translation {
  if (input.from === input.to) return { ok: true, text: input.text, notCarried: [] };
  const parsed = parseJson(input.text);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (root.kind !== "object") {
    const message = "Only an object has fields that the other API could take.";
    return { ok: false, problem: { message, offset: root.start, length: root.end - root.start } };
  }
  const fields = createDraftFields(input.text, root);
  const members = targetMembers(input, fields);
  const notCarried = fields.finish(input.to);
  return { ok: true, text: writeFields(input.text, root, members), notCarried };
}

function targetMembers(input: TranslateInput, fields: DraftFields): readonly TargetField[] {
  switch (input.to) {
    case "realtime":
      return toRealtime(input, fields);
    case "optievent":
      return toOptiEvent(input, fields);
    default:
      return assertNever(input.to);
  }
}
