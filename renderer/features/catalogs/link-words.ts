import type { CatalogLink } from "../../../shared/contract/link-calls.ts";

/** The last part of a path, of whatever system it is. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** What is the matter with a linked file, in two or three words; null where nothing is. */
export function linkTrouble(state: CatalogLink["state"]): string | null {
  return TROUBLES[state];
}

const TROUBLES = {
  "in-step": null,
  locked: null,
  changed: "file changed",
  behind: "not written",
  missing: "file missing",
  unreadable: "file not readable",
} as const satisfies Record<CatalogLink["state"], string | null>;
