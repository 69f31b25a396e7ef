import type { SavedCatalog } from "../../../shared/contract/catalog-calls.ts";
import type { CallOutput } from "../../../shared/contract/calls.ts";
import type { CatalogLink, LinkSource } from "../../../shared/contract/link-calls.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { ChooseCatalogFile, EventBus } from "../ports.ts";
import type { CatalogLinksStore, LinkRecord } from "../workspace/catalog-links-store.ts";
import type { CatalogService } from "./catalog-service.ts";
import { createFileWatch } from "./file-watch.ts";
import { checkLinkPath } from "./link-path.ts";
import { firstRecord, linkState } from "./link-state.ts";
import { createLinkTransfers, type TakeFromFile } from "./link-transfers.ts";

/** What can be done with linked files; the codes are those of the contract's calls of the same names. */
export type LinkService = {
  list(): CatalogLink[];
  link(id: string, source: LinkSource): Promise<Result<CatalogLink | null>>;
  unlink(id: string): Result<null>;
  linkedFile(id: string): Result<CallOutput<"catalogs.linkedFile">>;
  takeFromFile(change: TakeFromFile): Result<SavedCatalog>;
  writeToFile(id: string, hash: string | null): Result<CatalogLink>;
  close(): void;
};

export type LinkDependencies = {
  readonly workspacePath: string;
  readonly store: CatalogLinksStore;
  readonly catalogs: Pick<CatalogService, "get" | "save">;
  readonly events: EventBus;
  /** null where the host has no dialog, so that the user types the path. */
  readonly chooseFile: ChooseCatalogFile | null;
  readonly pollMs?: number;
};

export function createLinkService(dependencies: LinkDependencies): LinkService {
  const { store, catalogs, events, workspacePath } = dependencies;
  const watch = createFileWatch(() => check(), dependencies.pollMs);
  let last = "";

  /** How it stands with each link, after doing what can be done without asking. */
  function states(): CatalogLink[] {
    return store.list().map((record) => {
      const { link, record: next } = linkState(record, catalogs.get(record.catalogId), workspacePath);
      // That it could not be noted costs another look at the next start.
      if (next !== record) store.save(next);
      return link;
    });
  }

  function check(): CatalogLink[] {
    const now = states();
    const text = JSON.stringify(now);
    if (text !== last) {
      last = text;
      events.emit("links.changed", {});
    }
    return now;
  }

  function watchAll(): void {
    watch.set(store.list().map(({ path }) => path));
    check();
  }

  const find = (id: string): Result<LinkRecord> => recordOf(store, id);

  function linkOf(id: string): Result<CatalogLink> {
    const link = check().find(({ catalogId }) => catalogId === id);
    return link === undefined
      ? failure("link.not-linked", "This catalog is linked to no file.")
      : success(link);
  }

  const stop = events.on((name) => {
    if (name === "catalogs.changed") check();
  });
  watchAll();
  return {
    // What a window has been told is what the next change is told against.
    list: () => check(),
    async link(id, source) {
      const path = await pathOf(dependencies, source);
      if (!path.ok || path.value === null) return path.ok ? success(null) : path;
      const record = makeRecord(dependencies, id, path.value);
      const saved = record.ok ? store.save(record.value) : record;
      if (!saved.ok) return saved;
      watchAll();
      return linkOf(id);
    },
    unlink(id) {
      const removed = store.remove(id);
      if (!removed.ok) return removed;
      watchAll();
      return success(null);
    },
    ...createLinkTransfers({ store, catalogs, find, linkOf, check, workspacePath }),
    close() {
      stop();
      watch.close();
    },
  };
}

function recordOf(store: CatalogLinksStore, id: string): Result<LinkRecord> {
  const record = store.list().find(({ catalogId }) => catalogId === id);
  if (record !== undefined) return success(record);
  return failure("link.not-linked", "This catalog is linked to no file.", { id });
}

async function pathOf(
  { chooseFile, workspacePath }: LinkDependencies,
  source: LinkSource,
): Promise<Result<string | null>> {
  if (source.kind === "path") {
    if (chooseFile === null) return checkLinkPath(source.path, workspacePath);
    return failure(
      "link.choose-in-dialog",
      "Choose the file in the dialog: here no path is taken from the window.",
    );
  }
  if (chooseFile === null) {
    return failure("link.no-dialog", "This host has no dialog for files. Give the path of the file.");
  }
  const chosen = await chooseFile(source.mode);
  return chosen === null ? success(null) : checkLinkPath(chosen, workspacePath);
}

function makeRecord({ store, catalogs }: LinkDependencies, id: string, path: string): Result<LinkRecord> {
  const stored = catalogs.get(id);
  if (!stored.ok) return stored;
  const other = store.list().find((record) => record.catalogId === id || record.path === path);
  if (other === undefined) return firstRecord(stored.value, path);
  const which =
    other.catalogId === id
      ? `This catalog is linked to "${other.path}"`
      : "Another catalog is linked to this file";
  return failure("link.already-linked", `${which} already. Unlink it first.`, { path: other.path });
}
