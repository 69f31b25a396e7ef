import { isSameValue } from "../../../shared/catalog/same-value.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import { mergeTexts } from "../../../shared/json/merge-texts.ts";

/** What of a draft people write. */
export type DraftContent = Pick<Draft, "text" | "variables" | "presetId">;

export type MergedDraft = DraftContent & {
  /** Whether both changed the same of the text, which is mine then. */
  readonly isContested: boolean;
  /** The other's values of variables that both changed, of which mine count. */
  readonly otherValues: readonly Variable[];
};

/** Two drafts that were made of the same one in two windows, brought together. */
export function mergeDraft(base: DraftContent, mine: DraftContent, theirs: DraftContent): MergedDraft {
  const text = mergeTexts(base.text, mine.text, theirs.text);
  return {
    text: text ?? mine.text,
    isContested: text === null,
    ...mergeVariables(base.variables, mine.variables, theirs.variables),
    presetId: mine.presetId === base.presetId ? theirs.presetId : mine.presetId,
  };
}

/** Name by name; in my order, with what only the other added at the end. */
function mergeVariables(
  base: readonly Variable[],
  mine: readonly Variable[],
  theirs: readonly Variable[],
): { readonly variables: Variable[]; readonly otherValues: readonly Variable[] } {
  if (isSameValue(mine, theirs) || isSameValue(base, theirs))
    return { variables: [...mine], otherValues: [] };
  if (isSameValue(base, mine)) return { variables: [...theirs], otherValues: [] };
  const [before, own, others] = [base, mine, theirs].map(
    (variables) => new Map(variables.map(({ name, value }) => [name, value])),
  );
  const variables: Variable[] = [];
  const otherValues: Variable[] = [];
  for (const name of new Set([...mine, ...theirs].map((variable) => variable.name))) {
    const [was, value, other] = [before?.get(name), own?.get(name), others?.get(name)];
    const now = value === was ? other : value;
    if (now !== undefined) variables.push({ name, value: now });
    if (other !== undefined && other !== was && now !== other) otherValues.push({ name, value: other });
  }
  return { variables, otherValues };
}
