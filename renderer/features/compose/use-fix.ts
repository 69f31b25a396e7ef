import { useCallback, useEffect, useRef } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { applyEdits } from "../../../shared/json/edit.ts";
import { findingKey, type OnFix } from "./field-findings.tsx";
import type { DraftEditor } from "./use-draft.ts";

/**
 * Applies a finding's fix. A row keeps showing a finding while typing elsewhere moves its place in the text, so the fix is
 * taken from the latest findings, and applied only to the text (`found.text`) that they were made from. `onFixed` is told of it
 * afterwards.
 */
export function useFix(
  draft: Pick<DraftEditor, "edit">,
  found: { readonly text: string; readonly findings: readonly Finding[] },
  onFixed: OnFix,
): OnFix {
  const current = useRef({ found, onFixed });
  useEffect(() => {
    current.current = { found, onFixed };
  });
  const { edit } = draft;
  return useCallback(
    (shown) => {
      const { text, findings: latest } = current.current.found;
      const fixed = latest.find((finding) => findingKey(finding) === findingKey(shown));
      const edits = fixed?.fix?.edits;
      if (fixed === undefined || edits === undefined) return;
      edit(null, (now) => (now === text ? applyEdits(now, edits) : now));
      current.current.onFixed(fixed);
    },
    [edit],
  );
}
