import { useCallback, useEffect, useRef } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { applyEdits } from "../../../shared/json/edit.ts";
import { findingKey, type OnFix } from "./field-findings.tsx";
import type { DraftEditor } from "./use-draft.ts";

/**
 * Applies a finding's fix. A row keeps showing a finding while typing elsewhere moves its place in the text, so the fix is
 * taken from the latest findings, and applied only to the text (`found.text`) that they were made from.
 */
export function useFix(
  draft: Pick<DraftEditor, "edit">,
  found: { readonly text: string; readonly findings: readonly Finding[] },
): OnFix {
  const current = useRef(found);
  useEffect(() => {
    current.current = found;
  });
  const { edit } = draft;
  return useCallback(
    (shown) => {
      const { text, findings: latest } = current.current;
      const fix = latest.find((finding) => findingKey(finding) === findingKey(shown))?.fix;
      if (fix !== undefined) edit(null, (now) => (now === text ? applyEdits(now, fix.edits) : now));
    },
    [edit],
  );
}
