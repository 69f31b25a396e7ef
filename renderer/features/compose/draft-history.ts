import type { DraftSteps } from "../../../shared/domain/draft.ts";
import { assertNever } from "../../../shared/result/result.ts";

/**
 * A draft's text and how it came to be. Edits with the same `group` that follow each other (typing in one field) are one
 * step of undo.
 */
export type DraftHistory = {
  readonly text: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
  readonly group: string | null;
};

export type DraftAction =
  | { readonly kind: "edit"; readonly text: string; readonly group: string | null }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** Steps kept; older ones are forgotten. */
const MOST_STEPS = 500;
/** Of large texts fewer: together no more than so many UTF-16 units, but always one. */
const MOST_UNITS = 50_000_000;

export function startHistory(text: string): DraftHistory {
  return { text, past: [], future: [], group: null };
}

/** The draft after the action; the same object where nothing changes. */
export function reduceDraft(history: DraftHistory, action: DraftAction): DraftHistory {
  switch (action.kind) {
    case "edit":
      return edit(history, action.text, action.group);
    case "undo":
      return undo(history);
    case "redo":
      return redo(history);
    default:
      return assertNever(action);
  }
}

function edit(history: DraftHistory, text: string, group: string | null): DraftHistory {
  if (text === history.text) return history;
  const isSameStep = group !== null && group === history.group && history.past.length > 0;
  const past = isSameStep ? history.past : kept([...history.past, history.text]);
  return { text, past, future: [], group };
}

function kept(past: readonly string[]): readonly string[] {
  let units = 0;
  let from = past.length;
  while (from > 0 && past.length - from < MOST_STEPS) {
    units += past[from - 1]?.length ?? 0;
    if (units > MOST_UNITS && from < past.length) break;
    from -= 1;
  }
  return past.slice(from);
}

/** Of a draft's steps those that are worth keeping over a restart: the nearest, as long as they are small. */
export function stepsToKeep({ past, future }: DraftHistory): DraftSteps {
  return {
    past: nearest(past.toReversed()).toReversed(),
    future: nearest(future),
  };
}

const MOST_KEPT_STEPS = 100;
/** Together, in UTF-16 units: they are written with every pause in typing. */
const MOST_KEPT_UNITS = 200_000;

function nearest(steps: readonly string[]): string[] {
  let units = 0;
  const reach = steps.findIndex((step, index) => {
    units += step.length;
    return index >= MOST_KEPT_STEPS || units > MOST_KEPT_UNITS;
  });
  return reach === -1 ? [...steps] : steps.slice(0, reach);
}

/** The steps of a draft that was changed before those of an earlier time were known. */
export function afterSteps(changed: DraftHistory, earlier: DraftSteps): Pick<DraftHistory, "past"> {
  return { past: kept([...earlier.past, ...changed.past]) };
}

/** The draft with a text that it never had here, as the step that undo goes back to first. */
export function withOtherText(history: DraftHistory, text: string): DraftHistory {
  return { ...history, past: kept([...history.past, text]) };
}

function undo(history: DraftHistory): DraftHistory {
  const text = history.past.at(-1);
  if (text === undefined) return history;
  return { text, past: history.past.slice(0, -1), future: [history.text, ...history.future], group: null };
}

function redo(history: DraftHistory): DraftHistory {
  const text = history.future[0];
  if (text === undefined) return history;
  return { text, past: [...history.past, history.text], future: history.future.slice(1), group: null };
}
