import type { ReactNode } from "react";
import type { Contrast, Theme } from "../../../shared/domain/settings.ts";
import { useShortcutHint } from "../../app/actions-context.tsx";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { zoomedBy } from "../../app/zoom.ts";
import { Button } from "../../ui/button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import styles from "./settings-screen.module.css";

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const satisfies readonly { readonly value: Theme; readonly label: string }[];

const CONTRASTS = [
  { value: "system", label: "System" },
  { value: "high", label: "High" },
] as const satisfies readonly { readonly value: Contrast; readonly label: string }[];

/** How the window looks: theme, contrast, size. */
export function AppearanceSection(): ReactNode {
  const theme = useSetting("theme");
  const contrast = useSetting("contrast");
  const updateSettings = useUpdateSettings();
  return (
    <FactList
      facts={[
        {
          name: "Theme",
          value: (
            <SegmentedControl
              label="Theme"
              onChange={(theme) => updateSettings(() => ({ theme }))}
              options={THEMES}
              value={theme}
            />
          ),
        },
        {
          name: "Contrast",
          value: (
            <SegmentedControl
              label="Contrast"
              onChange={(contrast) => updateSettings(() => ({ contrast }))}
              options={CONTRASTS}
              value={contrast}
            />
          ),
        },
        { name: "Size", value: <Size /> },
      ]}
    />
  );
}

function Size(): ReactNode {
  const zoom = useSetting("zoom");
  const updateSettings = useUpdateSettings();
  const [larger, smaller] = [useShortcutHint("zoom.in"), useShortcutHint("zoom.out")];
  const step = (direction: 1 | -1) => updateSettings(({ zoom }) => ({ zoom: zoomedBy(zoom, direction) }));
  return (
    <div className={styles.size}>
      <Button onPress={() => step(-1)} size="small" {...(smaller === undefined ? {} : { shortcut: smaller })}>
        Smaller
      </Button>
      <output>{`${Math.round(zoom * 100)} %`}</output>
      <Button onPress={() => step(1)} size="small" {...(larger === undefined ? {} : { shortcut: larger })}>
        Larger
      </Button>
      <Button
        isDisabled={zoom === 1}
        onPress={() => updateSettings(() => ({ zoom: 1 }))}
        size="small"
        variant="quiet"
      >
        Usual size
      </Button>
    </div>
  );
}
