import { useEffect } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { closeSteps } from "./announce-undo.ts";
import { useEditorStore } from "./catalogs-provider.tsx";

/** What is said of a step goes with it: when the catalog is changed again, another one is opened, or another screen. */
export function StepMessages(): null {
  const { editors } = useEditorStore();
  const { screen } = useNavigation();
  const isShown = screen === "catalogs";
  useEffect(() => editors.subscribe(() => closeSteps("over")), [editors]);
  useEffect(() => (isShown ? () => closeSteps("all") : undefined), [isShown]);
  return null;
}
