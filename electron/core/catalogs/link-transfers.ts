import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { CatalogLinksStore, LinkRecord } from "../workspace/catalog-links-store.ts";
import { writeCatalogFile } from "./catalog-file.ts";
import type { CatalogService } from "./catalog-service.ts";
import type { LinkService } from "./link-service.ts";
import { readLinkedFile } from "./link-state.ts";

export type TakeFromFile = {
  readonly id: string;
  readonly hash: string;
  readonly baseVersion: number;
  readonly catalog: Catalog | null;
};

type LinkTransfers = Pick<LinkService, "linkedFile" | "takeFromFile" | "writeToFile">;

/** What goes from the file to the catalog and back because the user said so. */
export function createLinkTransfers(links: {
  readonly store: CatalogLinksStore;
  readonly catalogs: Pick<CatalogService, "get" | "save">;
  readonly find: (id: string) => Result<LinkRecord>;
  readonly linkOf: (id: string) => Result<CatalogLink>;
  readonly check: () => unknown;
  readonly workspacePath: string;
}): LinkTransfers {
  const { store, catalogs, find, linkOf, check, workspacePath } = links;
  return {
    linkedFile(id) {
      const record = find(id);
      if (!record.ok) return record;
      const { path, hash, version } = record.value;
      const file = catalogIn(path, workspacePath);
      return file.ok ? success({ ...file.value, inStepVersion: hash === null ? null : version }) : file;
    },
    takeFromFile({ id, hash, baseVersion, catalog }) {
      const record = find(id);
      const file = record.ok ? catalogIn(record.value.path, workspacePath) : record;
      if (!record.ok || !file.ok) return record.ok ? (file as Result<never>) : record;
      if (file.value.hash !== hash) return changedMeanwhile(record.value.path);
      // Noted first: what is saved next is written to the file as it was seen, and to no other.
      const noted = store.save({ ...record.value, hash });
      if (!noted.ok) return noted;
      const origin = { kind: "link", detail: record.value.path.slice(-300) } as const;
      const saved = catalogs.save({ id, baseVersion, catalog: catalog ?? file.value.catalog, origin });
      if (!saved.ok) store.save(record.value);
      check();
      return saved;
    },
    writeToFile(id, hash) {
      const record = find(id);
      const stored = record.ok ? catalogs.get(id) : record;
      if (!record.ok || !stored.ok) return record.ok ? (stored as Result<never>) : record;
      const seen = readLinkedFile(record.value.path, workspacePath);
      if (!seen.ok) return seen;
      const written = writeCatalogFile(record.value.path, stored.value.catalog, hash);
      if (!written.ok) return written;
      const noted = store.save({ ...record.value, hash: written.value.hash, version: stored.value.version });
      return noted.ok ? linkOf(id) : noted;
    },
  };
}

function catalogIn(path: string, workspacePath: string): Result<{ hash: string; catalog: Catalog }> {
  const file = readLinkedFile(path, workspacePath);
  if (!file.ok) return file;
  const { hash, catalog } = file.value;
  if (hash !== null && catalog !== null) return success({ hash, catalog });
  return failure("file.unreadable", `"${path}" is ${hash === null ? "not there" : "empty"}.`, { path });
}

function changedMeanwhile(path: string): Result<never> {
  return failure(
    "file.changed-meanwhile",
    `"${path}" was changed again meanwhile. Nothing was taken over. Look at what is different now.`,
    { path },
  );
}
