import { useCallback, useEffect, useRef, type RefObject } from "react";
import type { Api } from "../../../shared/domain/tenant.ts";
import { applyEdits } from "../../../shared/json/edit.ts";
import { findingKey, type OnFix } from "./field-findings.tsx";
import { focusAfterFix } from "./focus-after-fix.ts";
import type { Composition } from "./use-composition.ts";
import type { DraftEditor } from "./use-draft.ts";

type Found = {
  readonly composition: Composition;
  readonly screen: RefObject<HTMLElement | null>;
  readonly api: Api;
};

/**
 * Applies a finding's fix. A row keeps showing a finding while typing elsewhere moves its place in the text, so the fix is
 * taken from the latest findings, and applied only to the text (`composition.text`) that they were made from. The keyboard stays
 * in the screen.
 */
export function useFix(draft: Pick<DraftEditor, "edit">, found: Found): OnFix {
  const current = useRef(found);
  useEffect(() => {
    current.current = found;
  });
  const { edit } = draft;
  return useCallback(
    (shown) => {
      const { composition, screen, api } = current.current;
      const { text, composed } = composition;
      const fixed = composed.findings.find((finding) => findingKey(finding) === findingKey(shown));
      const edits = fixed?.fix?.edits;
      if (fixed === undefined || edits === undefined) return;
      edit(null, (now) => (now === text ? applyEdits(now, edits) : now));
      if (screen.current !== null) focusAfterFix(screen.current, fixed, api);
    },
    [edit],
  );
}
