import type { JsonNode } from "../json/types.ts";
import { openingOf, type Scope } from "./scope.ts";
import { walk } from "./walk.ts";

/**
 * Whether the server signs the bytes it got or its own writing of the JSON is published nowhere (OPTIMOVE-API.md
 * section 1), so whatever a rewrite would change is named.
 */
export function checkSignedText(scope: Scope, root: JsonNode): void {
  const changes = [
    ...(hasInsignificantSpace(scope.text, root) ? ["white space between values"] : []),
    ...changingEscapes(scope.text),
    ...(hasRewrittenNumber(root) ? ["numbers not written in their shortest form, such as 100.00"] : []),
  ];
  if (changes.length === 0) return;
  const message = `The signature covers these bytes exactly. A server that rewrites the JSON before it checks would see a difference in: ${changes.join("; ")}.`;
  scope.add("signature.not-canonical", [], openingOf(root), message);
}

function changingEscapes(text: string): string[] {
  const found = new Set<string>();
  for (const [escape] of text.matchAll(/\\./gs)) {
    if (escape === "\\/") found.add("the escape \\/");
    else if (escape === "\\u") found.add("\\u escapes");
  }
  return [...found];
}

function hasRewrittenNumber(root: JsonNode): boolean {
  let found = false;
  walk(root, (node) => {
    if (node.kind === "number" && String(Number(node.text)) !== node.text) found = true;
  });
  return found;
}

/** Spans leave nothing between them but brackets, commas and colons when there is no white space. */
function hasInsignificantSpace(text: string, root: JsonNode): boolean {
  let found = root.start > 0 || root.end < text.length;
  walk(root, (node) => {
    if (node.kind === "object") {
      let at = node.start + 1;
      for (const { key, value } of node.members) {
        if (key.start !== at || value.start !== key.end + 1) found = true;
        at = value.end + 1;
      }
    } else if (node.kind === "array") {
      let at = node.start + 1;
      for (const item of node.items) {
        if (item.start !== at) found = true;
        at = item.end + 1;
      }
    }
  });
  return found;
}
