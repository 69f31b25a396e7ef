import type { ReactNode } from "react";
import { MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { focusField } from "./field-of-path.ts";

/** The menu of a field that can only be left out. It is gone afterwards; the keyboard goes to where the field is sent again. */
export function NotSentMenu(props: { readonly label: string; readonly onNotSent: () => void }): ReactNode {
  return (
    <MenuButton
      entries={[{ id: "notSent", label: "Do not send" }]}
      label={`${props.label}: more`}
      onAction={() => {
        const row = document.activeElement?.closest<HTMLElement>("[data-field]") ?? null;
        props.onNotSent();
        focusControl(row);
      }}
      size="small"
      variant="quiet"
    >
      <MoreIcon />
    </MenuButton>
  );
}

function focusControl(row: HTMLElement | null): void {
  const field = row?.dataset["field"];
  const form = row?.parentElement ?? null;
  if (field === undefined || form === null) return;
  requestAnimationFrame(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) focusField(form, field);
  });
}
