import { useLayoutEffect } from "react";
import type { Settings } from "../../shared/domain/settings.ts";

/**
 * Puts the chosen look on the page: theme and contrast, of which `system` is the style sheet's own behaviour, and size. null:
 * not known yet.
 */
export function useLook(settings: Pick<Settings, "theme" | "contrast" | "zoom"> | null): void {
  const { theme, contrast, zoom } = settings ?? {};
  useLayoutEffect(() => {
    const page = document.documentElement;
    if (theme !== undefined) page.dataset["theme"] = theme;
    if (contrast !== undefined) page.dataset["contrast"] = contrast;
    if (zoom !== undefined) page.style.setProperty("--zoom", String(zoom));
  }, [theme, contrast, zoom]);
}
