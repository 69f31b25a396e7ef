import type { ResponseRecord } from "../../../shared/domain/exchange.ts";
import type { BodyMode } from "./body-reader.ts";

/** What a body is, as far as how it is shown goes. */
export type BodyKind = "json" | "html" | "text" | "binary";

/** By its bytes first: a server that says JSON and sends HTML sends HTML. */
export function bodyKind(response: Pick<ResponseRecord, "body" | "bodyEncoding" | "headers">): BodyKind {
  if (response.bodyEncoding === "base64") return "binary";
  const start = response.body.slice(0, 4096).trimStart();
  const type = response.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (/^[{["]/u.test(start)) return "json";
  if (start.startsWith("<"))
    return /<(?:!doctype html|html|head|body)\b/iu.test(start) || /html/iu.test(type) ? "html" : "text";
  return "text";
}

const MODE_LABELS = { pretty: "Pretty", raw: "Raw", bytes: "Bytes" } as const satisfies Record<
  BodyMode,
  string
>;

/** In which ways a body of a kind can be shown, the one to begin with first. HTML is shown as source, and never run. */
export function modesOf(kind: BodyKind): readonly { readonly value: BodyMode; readonly label: string }[] {
  switch (kind) {
    case "json":
      return (["pretty", "raw", "bytes"] as const).map((value) => ({ value, label: MODE_LABELS[value] }));
    case "html":
      return [
        { value: "raw", label: "Source" },
        { value: "bytes", label: MODE_LABELS.bytes },
      ];
    case "text":
      return [
        { value: "raw", label: "Text" },
        { value: "bytes", label: MODE_LABELS.bytes },
      ];
    default:
      return [{ value: "bytes", label: MODE_LABELS.bytes }];
  }
}
