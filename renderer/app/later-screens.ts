import { lazy } from "react";

// The screens that are not the first one. Their code is read once the window can be used, so that it need not be compiled
// before that, and is there before anybody goes to them.

const loadCatalogs = async () => ({
  default: (await import("../features/catalogs/catalogs-screen.tsx")).CatalogsScreen,
});
const loadHistory = async () => ({
  default: (await import("../features/history/history-screen.tsx")).HistoryScreen,
});
const loadSettings = async () => ({
  default: (await import("../features/settings/settings-screen.tsx")).SettingsScreen,
});

export const CatalogsScreen = lazy(loadCatalogs);
export const HistoryScreen = lazy(loadHistory);
export const SettingsScreen = lazy(loadSettings);

/** Reads the code of all screens. What fails here is tried again, and told, when the screen is gone to. */
export async function loadLaterScreens(): Promise<void> {
  await Promise.allSettled([loadCatalogs(), loadHistory(), loadSettings()]);
}
