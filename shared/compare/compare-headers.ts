import type { Header } from "../domain/exchange.ts";
import { align } from "./align.ts";
import type { RawRow } from "./types.ts";

/**
 * Headers by name, whose case means nothing (RFC 9110): several of one name stand together in their order. A name written in
 * another case is the same header written otherwise.
 */
export function compareHeaders(part: string, left: readonly Header[], right: readonly Header[]): RawRow[] {
  const [lefts, rights] = [byName(left), byName(right)];
  const names = new Set([...lefts.keys(), ...rights.keys()]);
  return [...names].flatMap((name) => {
    const [ones, others] = [lefts.get(name) ?? [], rights.get(name) ?? []];
    const pairs = align(ones, others, ([, one], [, other]) => one === other);
    return pairs.map((pair, index) => {
      const one = pair.left === null ? undefined : ones[pair.left];
      const other = pair.right === null ? undefined : others[pair.right];
      const ordinal = pairs.length === 1 ? "" : ` (${index + 1})`;
      return {
        address: `${part}/${name}${ordinal}`,
        name: `${(one ?? other)?.[0] ?? name}${ordinal}`,
        kind: relate(one, other),
        left: one?.[1] ?? null,
        right: other?.[1] ?? null,
      };
    });
  });
}

function byName(headers: readonly Header[]): Map<string, Header[]> {
  const groups = new Map<string, Header[]>();
  for (const header of headers) {
    const name = header[0].toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), header]);
  }
  return groups;
}

function relate(one: Header | undefined, other: Header | undefined): RawRow["kind"] {
  if (one === undefined) return "added";
  if (other === undefined) return "removed";
  if (one[1] !== other[1]) return "changed";
  return one[0] === other[0] ? "same" : "written";
}
