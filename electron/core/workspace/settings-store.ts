import {
  DEFAULT_SETTINGS,
  settingsSchema,
  type Settings,
  type SettingsPatch,
} from "../../../shared/domain/settings.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openStoredDocument, type StorageContext } from "./stored-document.ts";

export type SettingsStore = {
  get(): Settings;
  /** Changes what the patch names. Code: `workspace.not-saved`. */
  update(patch: SettingsPatch): Result<Settings>;
};

export function openSettingsStore(context: StorageContext): SettingsStore {
  const file = openStoredDocument(context, "settings", { schema: settingsSchema, steps: [] });
  const get = (): Settings => file.read() ?? DEFAULT_SETTINGS;
  return {
    get,
    update: (patch) => file.save(settingsSchema.parse({ ...get(), ...withoutUndefined(patch) })),
  };
}

/** A member that is `undefined` means "not named", but spread it would put the default in place of what is stored. */
function withoutUndefined(patch: SettingsPatch): SettingsPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
