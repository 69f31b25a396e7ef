import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { CatalogsIcon, ComposeIcon, HistoryIcon, SettingsIcon } from "../ui/icons.tsx";
import { useNavigation } from "./navigation-context.tsx";
import styles from "./rail.module.css";
import { SCREEN_LABELS, SCREENS, type Screen } from "./screens.ts";

const ICONS = {
  compose: <ComposeIcon />,
  catalogs: <CatalogsIcon />,
  history: <HistoryIcon />,
  settings: <SettingsIcon />,
} as const satisfies Record<Screen, ReactNode>;

/** The screens, at the window's left edge. */
export function Rail(): ReactNode {
  const { screen: current, goTo } = useNavigation();
  return (
    <nav aria-label="Screens" className={styles.rail}>
      {SCREENS.map((screen) => (
        <button
          aria-current={screen === current ? "page" : undefined}
          className={classNames(styles.item, screen === "settings" && styles.last)}
          key={screen}
          onClick={() => goTo(screen)}
          type="button"
        >
          {ICONS[screen]}
          {SCREEN_LABELS[screen]}
        </button>
      ))}
    </nav>
  );
}
