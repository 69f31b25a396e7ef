import type { ReactNode } from "react";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";

/** The menu of a field that can only be left out. */
export function NotSentMenu(props: { readonly label: string; readonly onNotSent: () => void }): ReactNode {
  return (
    <MenuButton
      entries={[{ id: "notSent", label: "Do not send" }]}
      label={`${props.label}: more`}
      onAction={props.onNotSent}
      size="small"
      variant="quiet"
    >
      <MoreIcon />
    </MenuButton>
  );
}
