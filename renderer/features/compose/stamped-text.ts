import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { TIMESTAMP_FIELD } from "../../../shared/form/fields.ts";
import { parseJson } from "../../../shared/json/parse.ts";
import { toPointer } from "../../../shared/json/path.ts";

/** The text that a timestamp of "now" has in the request; empty where there is no such placeholder. */
export function stampedText(composed: ComposedRequest): string {
  const path = toPointer([TIMESTAMP_FIELD]);
  const resolved = composed.placeholders.find((placeholder) => placeholder.path === path);
  const parsed = resolved === undefined ? null : parseJson(resolved.value);
  return parsed?.ok === true && parsed.root.kind === "string" ? parsed.root.value : "";
}
