import type { Header } from "../../../shared/domain/exchange.ts";

/** Node's flat list of names and values as pairs; a name that occurs twice stays twice. */
export function headerPairs(flat: readonly string[]): Header[] {
  const pairs: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? "", flat[index + 1] ?? ""]);
  }
  return pairs;
}
