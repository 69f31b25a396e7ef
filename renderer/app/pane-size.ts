import { useUpdateSettings } from "./update-settings.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** The remembered size of a pane, for SplitPane. Names are `screen.pane`, e.g. `history.detail`. */
export function usePaneSize(name: string): {
  readonly size: number | undefined;
  readonly onResized: (size: number) => void;
} {
  const { settings } = useWorkspace();
  const updateSettings = useUpdateSettings();
  return {
    size: settings.paneSizes[name],
    onResized: (size) => updateSettings((current) => ({ paneSizes: { ...current.paneSizes, [name]: size } })),
  };
}
