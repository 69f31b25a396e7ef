import type { ExportPreview, ExportProgress } from "../../../shared/contract/export-calls.ts";
import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import { createRedactor, type KnownSecret } from "../../../shared/redaction/redact.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import type { Clock, SaveFile } from "../ports.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { ExportRequest, MadeExport } from "./make-export.ts";
import { previewExport, type PreviewRequest } from "./preview-export.ts";
import { makeExportInThread } from "./thread-export.ts";

export type ExportService = {
  /** Codes: those of `exchangeSource`, `export.cancelled`. */
  preview(taskId: string, request: PreviewRequest): Promise<Result<ExportPreview>>;
  /** Codes: those of `makeExportInThread`, `export.cancelled`, `export.not-written`. */
  start(taskId: string, request: ExportRequest): Promise<Result<SavedFile>>;
  cancel(taskId: string): boolean;
  /** Ends whatever is under way. */
  close(): void;
};

export type ExportDependencies = {
  readonly history: History;
  readonly saveFile: SaveFile;
  readonly currentSecrets: () => readonly KnownSecret[];
  readonly clock: Clock;
  readonly appVersion: string;
  readonly host: string;
  readonly onProgress: (progress: ExportProgress) => void;
};

/** Exports of history: each is a task of its own, which tells how far it is and can be cancelled. */
export function createExportService(dependencies: ExportDependencies): ExportService {
  const running = new Map<string, AbortController>();
  const begin = (taskId: string): AbortController => {
    running.get(taskId)?.abort();
    const controller = new AbortController();
    running.set(taskId, controller);
    return controller;
  };
  const end = (taskId: string, controller: AbortController): void => {
    if (running.get(taskId) === controller) running.delete(taskId);
  };
  return {
    async preview(taskId, request) {
      const controller = begin(taskId);
      const { history, currentSecrets } = dependencies;
      try {
        return await previewExport(history, createRedactor(currentSecrets()), request, controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return cancelled();
        throw error;
      } finally {
        end(taskId, controller);
      }
    },
    async start(taskId, request) {
      const controller = begin(taskId);
      return startExport(dependencies, taskId, request, controller, () => end(taskId, controller));
    },
    cancel(taskId) {
      const controller = running.get(taskId);
      controller?.abort();
      return controller !== undefined;
    },
    close() {
      for (const controller of running.values()) controller.abort();
    },
  };
}

async function startExport(
  dependencies: ExportDependencies,
  taskId: string,
  request: ExportRequest,
  controller: AbortController,
  onEnd: () => void,
): Promise<Result<SavedFile>> {
  const { signal } = controller;
  const progress = reportProgress(taskId, dependencies.onProgress, onEnd);
  const { history, appVersion, host } = dependencies;
  const options = {
    history,
    appVersion,
    host,
    secrets: dependencies.currentSecrets(),
    exportedAt: dependencies.clock.now(),
  };
  const made = await makeExportInThread(options, request, signal, (done) => progress.items(done));
  if (!made.ok) {
    onEnd();
    return made;
  }
  progress.begin(made.value.total);
  try {
    const { fileName, mimeType } = made.value;
    const saved = await dependencies.saveFile(fileName, mimeType, followed(made.value, signal, progress));
    if (saved.kind === "cancelled") progress.end("cancelled", null);
    return success(saved);
  } catch (error) {
    if (signal.aborted) return cancelled();
    const message = `The export could not be written, because ${describeSystemError(error)}. Try another folder.`;
    progress.end("failed", message);
    return failure("export.not-written", message);
  }
}

function cancelled(): Result<never> {
  return failure("export.cancelled", "The export was cancelled. Nothing of it was left behind.");
}

type Progress = ReturnType<typeof reportProgress>;

/** How often it is told how far an export is. */
const EVERY_MS = 100;

function reportProgress(taskId: string, tell: (progress: ExportProgress) => void, onEnd: () => void) {
  const now = {
    taskId,
    state: "running" as ExportProgress["state"],
    done: 0,
    total: 0,
    bytes: 0,
    message: null as string | null,
  };
  let toldAt = 0;
  return {
    begin(total: number) {
      now.total = total;
      tell({ ...now });
    },
    items(done: number) {
      if (done === now.done || now.state !== "running") return;
      now.done = done;
      if (performance.now() - toldAt < EVERY_MS) return;
      toldAt = performance.now();
      tell({ ...now });
    },
    bytes(count: number) {
      now.bytes += count;
    },
    /** The first end counts. */
    end(state: "done" | "failed" | "cancelled", message: string | null) {
      if (now.state !== "running") return;
      Object.assign(now, { state, message });
      onEnd();
      tell({ ...now });
    },
  };
}

/**
 * The chunks, and what becomes of them: taken to the end, given up by whoever took them, cancelled, or failed in the reading. An
 * iterator written out, because a generator that was never begun does not hear of being given up.
 */
function followed(
  { chunks }: MadeExport,
  signal: AbortSignal,
  progress: Progress,
): AsyncIterable<string | Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const follow: AsyncIterator<string | Uint8Array> = {
    async next() {
      try {
        signal.throwIfAborted();
        const next = await iterator.next();
        if (next.done === true) progress.end("done", null);
        else
          progress.bytes(
            typeof next.value === "string" ? Buffer.byteLength(next.value) : next.value.byteLength,
          );
        return next;
      } catch (error) {
        await iterator.return?.();
        if (signal.aborted) progress.end("cancelled", null);
        else
          progress.end(
            "failed",
            "The export could not be read from the history. The log file has the details.",
          );
        throw error;
      }
    },
    async return() {
      progress.end("cancelled", null);
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => follow };
}
