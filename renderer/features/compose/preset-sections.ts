import type { Preset } from "../../../shared/domain/preset.ts";
import { searchPresets } from "../presets/preset-list.ts";

/** One line of the presets in the list of events. */
export type PresetEntry = { readonly id: string; readonly label: string; readonly negative: boolean };

const MOST_LISTED = 8;
const MOST_FOUND = 30;

/** Of the line that leads to all of an event's presets. */
export const ALL_PRESETS = "presets:all";

export function presetEntryId({ id }: Pick<Preset, "id">): string {
  return `preset:${id}`;
}

/** The presets of the event that is shown, or of all events those that a search finds; then the way to all of the event's. */
export function presetEntries(
  presets: readonly Preset[],
  eventKey: string | null,
  query: string,
): readonly PresetEntry[] {
  const isSearch = query.trim() !== "";
  const mine = presets.filter((preset) => preset.eventKey === eventKey);
  const found = isSearch ? searchPresets(presets, query) : mine;
  const listed = found.slice(0, isSearch ? MOST_FOUND : MOST_LISTED);
  const entries = listed.map((preset) => ({
    id: presetEntryId(preset),
    label: preset.name,
    negative: preset.negative,
  }));
  if (isSearch || eventKey === null) return entries;
  const label = mine.length === 0 ? "Make presets..." : `Run and results (${mine.length})...`;
  return [...entries, { id: ALL_PRESETS, label, negative: false }];
}
