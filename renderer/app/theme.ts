import { useLayoutEffect } from "react";
import type { Theme } from "../../shared/domain/settings.ts";

/** Puts the chosen theme on the page; `system` is the style sheet's own behaviour. null: not known yet. */
export function useTheme(theme: Theme | null): void {
  useLayoutEffect(() => {
    if (theme === null) return;
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}
