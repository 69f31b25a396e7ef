import { useLayoutEffect } from "react";
import type { Settings } from "../../shared/domain/settings.ts";

/** The settings that say how everything looks. */
export type Look = Pick<Settings, "theme" | "contrast" | "zoom">;

export function lookOf({ theme, contrast, zoom }: Settings): Look {
  return { theme, contrast, zoom };
}

/**
 * Puts the chosen look on the page: theme and contrast, of which `system` is the style sheet's own behaviour, and size. null:
 * not known yet.
 */
export function useLook(look: Look | null): void {
  const { theme, contrast, zoom } = look ?? {};
  useLayoutEffect(() => {
    const page = document.documentElement;
    if (theme !== undefined) page.dataset["theme"] = theme;
    if (contrast !== undefined) page.dataset["contrast"] = contrast;
    if (zoom !== undefined) page.style.setProperty("--zoom", String(zoom));
  }, [theme, contrast, zoom]);
}
