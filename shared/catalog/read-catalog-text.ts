import { catalogSchema, type Catalog } from "../domain/catalog.ts";
import { nodeAt } from "../json/path.ts";
import { parseJson } from "../json/parse.ts";
import { positionOf } from "../json/position.ts";
import { failure, success, type Result } from "../result/result.ts";
import { toWrittenValue } from "./written.ts";

/**
 * The catalog of a catalog file's text, with everything that `catalogText` needs to write it as it was. Strict: what does not
 * fit the format is refused with its line and column, nothing is mended. Code: `catalog.invalid`.
 */
export function readCatalogText(text: string): Result<Catalog> {
  const json = text.replace(/^\uFEFF/, "");
  const parsed = parseJson(json);
  if (!parsed.ok) return invalid(json, parsed.problem.offset, parsed.problem.message);
  const read = catalogSchema.safeParse(toWrittenValue(parsed.root));
  if (read.success) return success(read.data);
  const issue = read.error.issues[0];
  const path = (issue?.path ?? []).map((step) => (typeof step === "symbol" ? String(step) : step));
  const where = path.length === 0 ? "" : `"${path.join(".")}": `;
  return invalid(json, nearest(parsed.root, path), `${where}${issue?.message ?? "it cannot be read"}.`);
}

/** The offset of what the path leads to, or of the last thing on the way that is there. */
function nearest(root: Parameters<typeof nodeAt>[0], path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(root, path.slice(0, length));
    if (node !== undefined) return node.start;
  }
  return root.start;
}

function invalid(text: string, offset: number, reason: string): Result<never> {
  const { line, column } = positionOf(text, offset, 0);
  const message = `This is no catalog file (optievent-catalog/1). Line ${line}, column ${column}: ${reason}`;
  return failure("catalog.invalid", message, { line, column });
}
