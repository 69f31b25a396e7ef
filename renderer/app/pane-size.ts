import { useUpdateSettings } from "./update-settings.ts";
import { useSetting } from "./use-setting.ts";

/** The remembered size of a pane, for SplitPane. Names are `screen.pane`, e.g. `history.detail`. */
export function usePaneSize(name: string): {
  readonly size: number | undefined;
  readonly onResized: (size: number) => void;
} {
  const paneSizes = useSetting("paneSizes");
  const updateSettings = useUpdateSettings();
  return {
    size: paneSizes[name],
    onResized: (size) => updateSettings((current) => ({ paneSizes: { ...current.paneSizes, [name]: size } })),
  };
}
