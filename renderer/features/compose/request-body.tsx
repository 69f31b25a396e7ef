import { use, useMemo, type ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { LiveRequestContext } from "./live-request.ts";
import { requestMarks } from "./request-marks.ts";

/** The very text that is sent. It follows the draft by itself where that can be followed. */
export function RequestBody({ composed }: { readonly composed: ComposedRequest }): ReactNode {
  const request = use(LiveRequestContext);
  const marks = useMemo(() => requestMarks(composed), [composed]);
  const live = useMemo(
    () =>
      request === null
        ? null
        : {
            subscribe: request.subscribe,
            get() {
              const now = request.get();
              return { text: now.text, marks: requestMarks(now) };
            },
          },
    [request],
  );
  return <CodeView label="Request body" language="json" live={live} marks={marks} text={composed.text} />;
}
