/** The screens there are, in the order of the rail and of their keys. Settings stands at the rail's end. */
export const SCREENS = ["compose", "history", "settings"] as const;
export type Screen = (typeof SCREENS)[number];

export const SCREEN_LABELS = {
  compose: "Compose",
  history: "History",
  settings: "Settings",
} as const satisfies Record<Screen, string>;
