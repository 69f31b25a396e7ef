import type { RefObject } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useActions, type ActionHandler } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";
import type { CodeEditorHandle } from "../../ui/code-editor.tsx";
import type { OnFix } from "./field-findings.tsx";
import { fieldOfPath, focusField, shownFields } from "./field-of-path.ts";
import { fixableAt, neighbour, nextField } from "./finding-keys.ts";

export type FindingKeys = {
  readonly api: Api;
  readonly findings: readonly Finding[];
  readonly onFix: OnFix;
  /** The editor of the draft's text; null while it is not shown. */
  readonly editor: () => CodeEditorHandle | null;
  /** Opens the draft's text at a place. */
  readonly onShowText: (offset: number) => void;
};

/**
 * Goes to the next finding or the previous one, and applies the fix of the one here: in the editor where the keyboard is in
 * the editor, else in the form.
 */
export function useFindingKeys(screen: RefObject<HTMLElement | null>, keys: FindingKeys): void {
  const here =
    (act: (shown: HTMLElement) => void): ActionHandler =>
    (event) => {
      const shown = screen.current;
      if (shown === null || !isInUse(shown)) return false;
      if (event !== null && !hasFocus(shown, document.activeElement)) return false;
      act(shown);
      return true;
    };
  useActions({
    "finding.next": here((shown) => goTo(keys, shown, "next")),
    "finding.previous": here((shown) => goTo(keys, shown, "previous")),
    "finding.fix": here(() => fixHere(keys)),
  });
}

type Direction = "next" | "previous";

function goTo(keys: FindingKeys, screen: HTMLElement, direction: Direction): void {
  const editor = keys.editor();
  const caret = editor?.caret() ?? null;
  if (editor === null || caret === null) {
    goFromForm(keys, screen, direction);
    return;
  }
  const finding = neighbour(keys.findings, caret, direction);
  if (finding?.position !== undefined) editor.focusAt(finding.position.offset);
}

/** Through the fields from top to bottom, then on to what no field shows, in the text; then around. */
function goFromForm({ findings, api, onShowText }: FindingKeys, screen: HTMLElement, to: Direction): void {
  const order = shownFields(screen);
  const found = new Set<string | null>(findings.map(({ path }) => fieldOfPath(path, api)));
  const hasFindings = (field: string) => found.has(field);
  const after = nextField(order, hasFindings, focusedField() ?? null, to);
  if (after !== null) {
    focusField(screen, after);
    return;
  }
  const others = findings.filter(({ path }) => !order.some((field) => field === fieldOfPath(path, api)));
  const other = neighbour(others, null, to);
  const first = nextField(order, hasFindings, null, to);
  if (other?.position !== undefined) onShowText(other.position.offset);
  else if (first !== null) focusField(screen, first);
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

/** What is around the screen counts too: the page has the keyboard after a start, its frame after a click beside a field. */
function hasFocus(screen: HTMLElement, focused: Element | null): boolean {
  return focused === null || screen.contains(focused) || focused.contains(screen);
}
