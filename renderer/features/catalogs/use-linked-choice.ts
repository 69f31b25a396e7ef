import { useMemo, useState } from "react";
import { isSameValue } from "../../../shared/catalog/same-value.ts";
import { mergeEdits, type MergedEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import type { ImportPlan } from "../../../shared/catalog-import/plan.ts";
import type { CallOutput } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { listed } from "../../../shared/text/counts.ts";
import { useCall } from "../../host/queries.ts";
import {
  chosenCatalog,
  isAllTaken,
  isAnyTaken,
  linkedPlan,
  suggestedChoice,
  type LinkedChoice,
  type LinkedSides,
} from "./linked-choice.ts";

type LinkedFileContent = CallOutput<"catalogs.linkedFile">;

/** What of the linked file is to be taken, as it is ticked. */
export type ChosenOfFile = {
  readonly plan: ImportPlan;
  readonly choice: LinkedChoice;
  readonly choose: (choice: LinkedChoice) => void;
  readonly isAll: boolean;
  readonly isAny: boolean;
  /** Where both were changed since they were last in step, what that means, in words. */
  readonly aboutBoth: string | null;
  /** What becomes the newest version; null for all of the file as it is. */
  readonly catalog: () => Catalog | null;
};

/** null until the file and what it is compared with are there. What is ticked starts anew with each content of the file. */
export function useLinkedChoice(
  id: string,
  found: LinkedFileContent | undefined,
  ours: Catalog,
): ChosenOfFile | null {
  const inStep = found?.inStepVersion ?? null;
  const stored = useCall("catalogs.version", { id, version: inStep ?? 1 }, { isEnabled: inStep !== null });
  // A version that cannot be read any more tells nothing of who changed what.
  const base = inStep === null || stored.isError ? null : stored.data?.catalog;
  const start = useMemo(
    () => (found === undefined || base === undefined ? null : startOf({ base, ours, file: found.catalog })),
    [base, found, ours],
  );
  const [chosen, setChosen] = useState<{ readonly of: Start; readonly choice: LinkedChoice } | null>(null);
  if (start === null) return null;
  const { sides, plan, both, suggested } = start;
  const choice = chosen?.of === start ? chosen.choice : suggested;
  const isAll = isAllTaken(plan, choice);
  return {
    plan,
    choice,
    choose: (next) => setChosen({ of: start, choice: next }),
    isAll,
    isAny: isAnyTaken(plan, choice) || isAll,
    aboutBoth: both === null ? null : wordsOf(both),
    catalog() {
      if (isAll) return null;
      return choice === suggested && both !== null ? both.catalog : chosenCatalog(plan, choice, sides);
    },
  };
}

type Start = {
  readonly sides: LinkedSides;
  readonly plan: ImportPlan;
  readonly suggested: LinkedChoice;
  /** null where only one of the two was changed. */
  readonly both: MergedEdits | null;
};

function startOf(sides: LinkedSides): Start {
  const { base, ours, file } = sides;
  const plan = linkedPlan(sides);
  const isOneSided = base === null || [ours, file].some((side) => isSameValue(side, base));
  const both = isOneSided ? null : mergeEdits(base, ours, file);
  return { sides, plan, suggested: suggestedChoice(plan, sides), both };
}

const MOST_NAMED = 5;

function wordsOf({ undone }: MergedEdits): string {
  const about = "Both were changed. What only the file changed is ticked";
  if (undone === null) return `${about}; nothing is in the way of anything.`;
  const keys = new Set([...undone.before.events, ...undone.after.events].map(({ key }) => key));
  const where = keys.size === 0 ? "the catalog itself" : listed([...keys], MOST_NAMED);
  return `${about}. Of what both changed ours stands unless you tick it: ${where}.`;
}
