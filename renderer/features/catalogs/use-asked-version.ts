import { useState } from "react";
import { useNavigation, type AskedVersion } from "../../app/navigation-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";

/** The version of the catalog on the screen that was last asked for from elsewhere; `onAsked` is called once for each time. */
export function useAskedVersion(onAsked: () => void): AskedVersion | null {
  const { state } = useEditor();
  const { askedVersion } = useNavigation();
  const asked = askedVersion?.catalogId === state.id ? askedVersion : null;
  const [seen, setSeen] = useState<AskedVersion | null>(null);
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== null) onAsked();
  }
  return asked;
}
