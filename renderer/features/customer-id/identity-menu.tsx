import { useState, type ReactNode } from "react";
import { assertNever } from "../../../shared/result/result.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu-button.tsx";
import { CustomerIdDialog, type UseIdentity } from "./customer-id-dialog.tsx";

type Action = "notSent" | "customerIds";

/** What can be done with the identity beside typing it. */
export function IdentityMenu(props: {
  /** What the customer field holds now; empty where it is not sent. */
  readonly customerId: string;
  /** Realtime documents no visitor. */
  readonly hasVisitor: boolean;
  /** null where nothing is sent already. */
  readonly onNotSent: (() => void) | null;
  readonly onUse: UseIdentity;
}): ReactNode {
  const { onNotSent } = props;
  const { tenant } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const entries: readonly MenuEntry<Action>[] = [
    ...(onNotSent === null ? [] : [{ id: "notSent" as const, label: "Do not send" }]),
    { id: "customerIds", label: "Customer ids", description: "Encrypt, decrypt, visitor id" },
  ];
  const act = (action: Action) => {
    switch (action) {
      case "notSent":
        onNotSent?.();
        return;
      case "customerIds":
        setIsOpen(true);
        return;
      default:
        assertNever(action);
    }
  };
  return (
    <>
      <MenuButton entries={entries} label="Identity: more" onAction={act} size="small" variant="quiet">
        <MoreIcon />
      </MenuButton>
      {isOpen && tenant !== null ? (
        <CustomerIdDialog
          customerId={props.customerId}
          hasVisitor={props.hasVisitor}
          onClose={() => setIsOpen(false)}
          onUse={(mode, value) => {
            setIsOpen(false);
            props.onUse(mode, value);
          }}
          tenant={tenant}
        />
      ) : null}
    </>
  );
}
