import { useMemo } from "react";
import { isSameValue } from "../../../shared/catalog/same-value.ts";
import { mergeEdits, type MergedEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import type { CallOutput } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { listed } from "../../../shared/text/counts.ts";
import { useCall } from "../../host/queries.ts";

/** Ours and the file's brought together, where both were changed since they were last in step; null where one was. */
export function useBoth(
  id: string,
  file: CallOutput<"catalogs.linkedFile"> | undefined,
  ours: Catalog,
): MergedEdits | null {
  const inStep = file?.inStepVersion ?? null;
  const base = useCall("catalogs.version", { id, version: inStep ?? 1 }, { isEnabled: inStep !== null }).data;
  return useMemo(() => {
    if (inStep === null || file === undefined || base === undefined) return null;
    const isOneSided = [ours, file.catalog].some((side) => isSameValue(side, base.catalog));
    return isOneSided ? null : mergeEdits(base.catalog, ours, file.catalog);
  }, [base, file, inStep, ours]);
}

const MOST_NAMED = 5;

/** What putting both together does, in words. */
export function aboutBoth({ undone }: MergedEdits): string {
  const about = "Both were changed. Putting both together keeps what each of them changed, event by event";
  if (undone === null) return `${about}; nothing is in the way of anything.`;
  const keys = new Set([...undone.before.events, ...undone.after.events].map(({ key }) => key));
  const where = keys.size === 0 ? "the catalog itself" : listed([...keys], MOST_NAMED);
  return `${about}. Of what both changed, ours stands: ${where}.`;
}
