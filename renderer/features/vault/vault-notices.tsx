import { useState, type ReactNode } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useVault } from "./vault-context.tsx";
import { longVaultText } from "./vault-texts.ts";

/** What the user should know of the vault wherever they are: that there is none, or that it does not open. */
export function VaultNotices(): ReactNode {
  const { status } = useVault();
  const { screen, settingsSection, showSettings } = useNavigation();
  const [isDismissed, setDismissed] = useState(false);
  // The settings say it all themselves.
  if (status === null || (screen === "settings" && settingsSection === "vault")) return null;
  const { state } = status;
  const toSettings = (label: string) => (
    <Button onPress={() => showSettings("vault")} size="small">
      {label}
    </Button>
  );
  switch (state.kind) {
    case "none":
      if (isDismissed) return null;
      return (
        <Notice action={toSettings("Set up a vault")} onDismiss={() => setDismissed(true)} severity="info">
          Secrets last for this session only, and catalogs are stored unencrypted. A vault keeps both.
        </Notice>
      );
    case "unavailable":
    case "damaged":
      return (
        <Notice action={toSettings("Show the ways out")} severity="warning">
          {longVaultText(state)}
        </Notice>
      );
    case "newer":
      return <Notice severity="warning">{longVaultText(state)}</Notice>;
    case "locked":
    case "open":
      return null;
    default:
      return assertNever(state);
  }
}
