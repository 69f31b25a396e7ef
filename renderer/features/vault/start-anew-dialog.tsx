import { useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useVaultActions } from "./vault-actions.ts";

/** The last way out of a vault that does not open. */
export function StartAnew(): ReactNode {
  const { startAnew } = useVaultActions();
  const [isAsking, setAsking] = useState(false);
  async function confirm(): Promise<void> {
    setAsking(false);
    const result = await startAnew();
    if (!result.ok)
      return showToast({ tone: "failed", title: "Nothing was changed", text: result.error.message });
    const names = result.value.keptAside.map((path) => path.split(/[/\\]/).at(-1)).join(", ");
    showToast({ tone: "done", title: "The vault was put aside", text: `Kept in the workspace: ${names}` });
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>Start anew</Button>
      <Dialog
        actions={
          <>
            <Button onPress={() => setAsking(false)}>Cancel</Button>
            <Button onPress={() => void confirm()} variant="primary">
              Put the vault aside
            </Button>
          </>
        }
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Start anew without this vault?"
      >
        <p>
          The vault's file and the catalogs encrypted with it stay in the workspace folder under other names;
          nothing is deleted. The console goes on without them: tokens have to be entered and catalogs
          imported again.
        </p>
      </Dialog>
    </>
  );
}
