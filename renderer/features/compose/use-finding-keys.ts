import { useEffect, useEffectEvent, type RefObject } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import type { CodeEditorHandle } from "../../ui/code-editor.tsx";
import type { OnFix } from "./field-findings.tsx";
import { fieldOfPath, focusField } from "./field-of-path.ts";
import { fixableAt, neighbour } from "./finding-keys.ts";

export type FindingKeys = {
  readonly api: Api;
  readonly findings: readonly Finding[];
  readonly onFix: OnFix;
  /** The editor of the draft's text; null while it is not shown. */
  readonly editor: () => CodeEditorHandle | null;
};

/**
 * F8 goes to the next finding, with Shift to the previous one, Alt with Enter applies the fix of the one here: in the editor
 * where the keyboard is in the editor, else in the form.
 */
export function useFindingKeys(screen: RefObject<HTMLElement | null>, keys: FindingKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const form = screen.current;
    if (form === null || !form.contains(document.activeElement)) return;
    if (event.key === "F8") goTo(keys, form, event.shiftKey ? "previous" : "next");
    else if (event.key === "Enter" && event.altKey) fixHere(keys);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

function goTo(keys: FindingKeys, form: HTMLElement, direction: "next" | "previous"): void {
  const caret = keys.editor()?.caret() ?? null;
  if (caret !== null) {
    const finding = neighbour(keys.findings, caret, direction);
    if (finding?.position !== undefined) keys.editor()?.focusAt(finding.position.offset);
    return;
  }
  const shown = keys.findings.filter(({ path }) => fieldOfPath(path, keys.api) !== null);
  const here =
    shown.find(({ path }) => fieldOfPath(path, keys.api) === focusedField())?.position?.offset ?? null;
  const finding = neighbour(shown, here, direction);
  const field = finding === null ? null : fieldOfPath(finding.path, keys.api);
  if (field !== null) focusField(form, field);
}

function fixHere({ editor, findings, api, onFix }: FindingKeys): void {
  const caret = editor()?.caret() ?? null;
  const finding =
    caret === null
      ? findings.find(({ fix, path }) => fix !== undefined && fieldOfPath(path, api) === focusedField())
      : fixableAt(findings, caret);
  if (finding !== undefined && finding !== null) onFix(finding);
}

/** The field of the form that has the keyboard, undefined where none has. */
function focusedField(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-field]")?.dataset["field"];
}
