import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImportPreview, ImportProgress, ImportResult } from "../../../shared/contract/import-calls.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import type { Clock } from "../ports.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import { importFile, previewImport, type ImportFile } from "./import-file.ts";
import { IMPORT_LIMITS } from "./limits.ts";

export type ImportService = {
  /** Codes: `import.too-large`, `import.cannot-read`. */
  begin(fileName: string, byteLength: number): Promise<Result<{ readonly importId: string }>>;
  /** Codes: `import.unknown`, `import.too-large`, `import.cannot-read`. */
  append(importId: string, base64: string): Promise<Result<{ readonly received: number }>>;
  preview(importId: string): Promise<Result<ImportPreview>>;
  commit(importId: string): Promise<Result<ImportResult>>;
  /** Stops the import where it is under way. */
  discard(importId: string): Promise<void>;
  /** Removes what was handed over and not imported. */
  close(): void;
};

export type ImportDependencies = {
  /** Where files lie until they are decided; nobody else writes there. */
  readonly folder: string;
  readonly history: Pick<History, "has" | "append" | "annotations">;
  readonly clock: Clock;
  readonly currentRedactor: () => (text: string) => string;
  readonly onProgress: (progress: ImportProgress) => void;
};

type Pending = {
  readonly folder: string;
  readonly path: string;
  readonly fileName: string;
  received: number;
  readonly stop: AbortController;
};

/**
 * Files that the window hands over piece by piece; each lies in a folder of its own, for its owner only, until it is decided.
 * What a console that was killed has left there goes first: it is somebody else's evidence, secrets and all.
 */
export function createImportService(dependencies: ImportDependencies): ImportService {
  rmSync(dependencies.folder, { recursive: true, force: true });
  const pending = new Map<string, Pending>();
  const fileOf = ({ path, fileName }: Pending): ImportFile => ({
    path,
    fileName,
    importedAt: dependencies.clock.now(),
    redactSecrets: dependencies.currentRedactor(),
  });
  const discard = async (importId: string): Promise<void> => {
    const file = pending.get(importId);
    pending.delete(importId);
    file?.stop.abort();
    if (file !== undefined) await rm(file.folder, { recursive: true, force: true });
  };
  const withFile = async <Value>(importId: string, use: (file: Pending) => Promise<Result<Value>>) => {
    const file = pending.get(importId);
    return file === undefined ? UNKNOWN : use(file);
  };
  return {
    async begin(fileName, byteLength) {
      if (byteLength > IMPORT_LIMITS.fileBytes) return tooLarge();
      return orWhyNot(async () => {
        const importId = randomUUID();
        pending.set(importId, await newPending(join(dependencies.folder, importId), fileName));
        return { importId };
      });
    },
    append: (importId, base64) =>
      withFile(importId, async (file) => {
        const bytes = Buffer.from(base64, "base64");
        if (file.received + bytes.byteLength > IMPORT_LIMITS.fileBytes) return tooLarge();
        return orWhyNot(async () => {
          await appendFile(file.path, bytes);
          file.received += bytes.byteLength;
          return { received: file.received };
        });
      }),
    preview: (importId) => withFile(importId, (file) => previewImport(dependencies.history, fileOf(file))),
    commit: (importId) =>
      withFile(importId, async (file) => {
        const imported = await importFile(dependencies.history, fileOf(file), {
          onProgress: (done) => dependencies.onProgress({ importId, done }),
          signal: file.stop.signal,
        });
        await discard(importId);
        return imported;
      }),
    discard,
    close() {
      for (const { folder, stop } of pending.values()) {
        stop.abort();
        rmSync(folder, { recursive: true, force: true });
      }
      pending.clear();
      rmSync(dependencies.folder, { recursive: true, force: true });
    },
  };
}

async function newPending(folder: string, fileName: string): Promise<Pending> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "file");
  await writeFile(path, "", { mode: 0o600 });
  const stop = new AbortController();
  return { folder, path, fileName: fileName.replaceAll(/[\p{Cc}]/gu, " "), received: 0, stop };
}

const UNKNOWN = failure("import.unknown", "This file is not here any more. Choose it again.");

function tooLarge(): Result<never> {
  const size = IMPORT_LIMITS.fileBytes / 1024 / 1024;
  return failure(
    "import.too-large",
    `The file is larger than ${size} MB. Export fewer exchanges, and import those.`,
  );
}

async function orWhyNot<Value>(write: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return success(await write());
  } catch (error) {
    return failure(
      "import.cannot-read",
      `The file could not be taken over, because ${describeSystemError(error)}.`,
    );
  }
}
