import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { CatalogDocument } from "../../../shared/catalog-edit/document.ts";
import { patchBetween } from "../../../shared/catalog-edit/patch.ts";
import type { CatalogFinding } from "../../../shared/catalog-lint/types.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { createBackground, type Worker as Linter } from "../compose/background.ts";
import { placeFindings, type PlacedFindings } from "./place-findings.ts";
import type { LintMessage } from "./lint-worker.ts";

/** What lint says of the catalog, beside the window and a moment behind the editing; null until the first time. */
export function useCatalogLint(document: CatalogDocument): PlacedFindings | null {
  const [background] = useState(() =>
    createBackground<CatalogDocument, readonly CatalogFinding[]>(startLinter),
  );
  useEffect(() => () => background.close(), [background]);
  useEffect(() => background.run(document), [background, document]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  return useMemo(() => (done === null ? null : placeFindings(done.job, done.output ?? [])), [done]);
}

function startLinter(onDone: (findings: readonly CatalogFinding[] | null) => void): Linter<CatalogDocument> {
  const worker = new Worker(new URL("./lint-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<readonly CatalogFinding[] | null>) =>
    onDone(data),
  );
  worker.addEventListener("error", () => onDone(null));
  let posted: Catalog | null = null;
  return {
    run({ catalog }) {
      const message: LintMessage = posted === null ? { catalog } : { patch: patchBetween(posted, catalog) };
      posted = catalog;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
      worker.postMessage(message);
    },
    stop: () => worker.terminate(),
  };
}
