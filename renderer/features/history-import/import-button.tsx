import { useState, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { ImportDialog } from "./import-dialog.tsx";

/** Opens the import of somebody else's exchanges. */
export function ImportButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{"Import\u2026"}</Button>
      {isOpen ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
