import type { ActionDefinition } from "../../app/actions/definition.ts";
import { SCREENS, type Screen } from "../../app/screens.ts";

/** The screen to go to for an action; null where it can be done on the one that is shown, or on every one. */
export function screenFor(action: ActionDefinition, shown: Screen): Screen | null {
  const screens = action.places.map((place) => SCREENS.find((screen) => screen === place.split("/")[0]));
  if (screens.includes(undefined) || screens.includes(shown)) return null;
  return screens[0] ?? null;
}
