import { useCallback, useEffect, useRef } from "react";
import type { Finding } from "../../../shared/domain/finding.ts";
import { applyEdits } from "../../../shared/json/edit.ts";
import { findingKey, type OnFix } from "./field-findings.tsx";
import type { DraftEditor } from "./use-draft.ts";

/**
 * Applies a finding's fix. A row keeps showing a finding while typing elsewhere moves its place in the text, so the fix is
 * taken from the findings of the text as it is now.
 */
export function useFix(draft: DraftEditor, findings: readonly Finding[]): OnFix {
  const current = useRef({ text: draft.text, findings });
  useEffect(() => {
    current.current = { text: draft.text, findings };
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
