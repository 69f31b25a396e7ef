import { useMemo, useState, type ReactNode } from "react";
import type { AppInfo } from "../../shared/contract/calls.ts";
import { ComposeScreen } from "../features/compose/compose-screen.tsx";
import { Palette } from "../features/palette/palette.tsx";
import { StandingWarnings } from "../features/guard/standing-warnings.tsx";
import { VaultNotices } from "../features/vault/vault-notices.tsx";
import { ToastRegion } from "../ui/toast.tsx";
import { ControlKeysProvider } from "../ui/control-actions.tsx";
import { controlKeys } from "./actions/table.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { CatalogsScreen, HistoryScreen, SettingsScreen } from "./later-screens.ts";
import { useNavigation } from "./navigation-context.tsx";
import { Notices } from "./notices.tsx";
import { isMac } from "./platform.ts";
import { Rail } from "./rail.tsx";
import { ScreenStack } from "./screen-stack.tsx";
import { SCREEN_LABELS, type Screen } from "./screens.ts";
import styles from "./shell.module.css";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useWindowActions } from "./use-window-actions.ts";
import { useWindowKeys } from "./use-window-keys.ts";
import { useSetting } from "./use-setting.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** The frame around the screens. */
export function Shell(props: { readonly info: AppInfo }): ReactNode {
  const { screen } = useNavigation();
  const { tenant, isProduction } = useWorkspace();
  const [isKeysSheetOpen, setKeysSheetOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useWindowActions({ onPalette: () => setPaletteOpen(true), onKeys: () => setKeysSheetOpen(true) });
  useWindowKeys();
  const keys = useSetting("keys");
  const controls = useMemo(() => controlKeys(keys, isMac()), [keys]);
  const { info } = props;
  // The same elements, so that what concerns the frame alone draws no screen anew.
  const screens = useMemo<Readonly<Record<Screen, ReactNode>>>(
    () => ({
      compose: <ComposeScreen />,
      catalogs: <CatalogsScreen />,
      history: <HistoryScreen />,
      settings: <SettingsScreen info={info} />,
    }),
    [info],
  );
  return (
    <div className={styles.shell} data-production={isProduction || undefined}>
      <title>{[SCREEN_LABELS[screen], tenant?.name, "OptiEvent Console"].filter(Boolean).join(" - ")}</title>
      <TopBar onPalette={() => setPaletteOpen(true)} />
      <Notices notices={props.info.notices} />
      <VaultNotices />
      <StandingWarnings />
      <div className={styles.middle}>
        <Rail />
        <ControlKeysProvider keys={controls}>
          <ScreenStack current={screen} screens={screens} />
        </ControlKeysProvider>
      </div>
      <StatusBar info={props.info} />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeysSheet isOpen={isKeysSheetOpen} onClose={() => setKeysSheetOpen(false)} />
      <ToastRegion />
    </div>
  );
}
