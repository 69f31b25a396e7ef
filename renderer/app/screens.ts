/** The screens there are, in the order of the rail and of their keys. Settings stands at the rail's end. */
export const SCREENS = ["compose", "catalogs", "history", "settings"] as const;
export type Screen = (typeof SCREENS)[number];

/** The digit that goes to a screen with Ctrl or Command. Those of screens to come are kept free, so that none ever changes. */
export const SCREEN_DIGITS = {
  compose: "1",
  catalogs: "2",
  history: "4",
  settings: "6",
} as const satisfies Record<Screen, string>;

export const SCREEN_LABELS = {
  compose: "Compose",
  catalogs: "Catalogs",
  history: "History",
  settings: "Settings",
} as const satisfies Record<Screen, string>;

/** The parts of the Settings screen, in the order of its list. */
export const SETTINGS_SECTIONS = [
  "appearance",
  "keys",
  "tenants",
  "guard",
  "vault",
  "history",
  "gateway",
  "about",
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

export const SETTINGS_SECTION_LABELS = {
  appearance: "Appearance",
  keys: "Keys",
  tenants: "Tenants",
  guard: "Sending to production",
  vault: "Secrets and vault",
  history: "History",
  gateway: "Local gateway",
  about: "About",
} as const satisfies Record<SettingsSection, string>;
