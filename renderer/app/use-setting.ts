import type { Settings } from "../../shared/domain/settings.ts";
import { useCallPart } from "../host/queries.ts";

/** One setting as it is now. What uses it is drawn again when that one changes, and not with every other. */
export function useSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const { data } = useCallPart("settings.get", {}, (settings) => settings[name]);
  if (data === undefined) throw new Error("A setting was asked for before the settings were read.");
  return data;
}
