import { mayHoldSecrets } from "./secrets.ts";
import { catalogSchema, type Catalog } from "../../domain/catalog.ts";

/** Names that JavaScript objects, or the libraries on their way, do not carry. */
const STRANGE_NAME = /"(?:__proto__|#written)"/;

/**
 * The quick way for a catalog file that any program wrote: where the values written anew are the text itself, they hold all
 * of it, digits and order included. null where they do not, or where it is no catalog of ours, which takes a closer look.
 */
export function readPlainCatalog(text: string): Catalog | null {
  if (!/^\s*\{\s*"format"\s*:\s*"optievent-catalog\/1"/.test(text) || STRANGE_NAME.test(text)) return null;
  if (!/\}\s*$/.test(text.slice(-100)) || mayHoldSecrets(text)) return null;
  return readIfSame(text);
}

/** null also for a text that is nested deeper than the engine bears. */
function readIfSame(text: string): Catalog | null {
  const indent = /^\s*\{(?:\r?\n)?( +|\t+)?"/.exec(text)?.[1] ?? "";
  try {
    const value: unknown = JSON.parse(text);
    if (JSON.stringify(value, null, indent) !== text.trim()) return null;
    const read = catalogSchema.safeParse(value);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
