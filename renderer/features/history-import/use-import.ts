import { useEffect, useRef, useState } from "react";
import { LARGEST_PIECE, type ImportPreview } from "../../../shared/contract/import-calls.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { useHostEvent } from "../../host/queries.ts";

/** A file on its way in: being handed over and read, ready to be decided on, or refused. */
export type ImportState =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly fileName: string; readonly share: number }
  | {
      readonly kind: "ready";
      readonly fileName: string;
      readonly importId: string;
      readonly preview: ImportPreview;
    }
  | {
      readonly kind: "importing";
      readonly fileName: string;
      readonly importId: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "refused"; readonly fileName: string; readonly message: string };

/** Hands a file over piece by piece, so that neither side holds all of it, and asks what it would bring. */
export function useImport(onImported: (imported: number) => void) {
  const host = useHost();
  const [state, setState] = useState<ImportState>({ kind: "none" });
  const pending = useRef<string | null>(null);
  const discard = () => {
    if (pending.current !== null) void host.call("import.discard", { importId: pending.current });
    pending.current = null;
  };
  useEffect(
    () => () => {
      if (pending.current !== null) void host.call("import.discard", { importId: pending.current });
    },
    [host],
  );
  useHostEvent("import.progress", ({ importId, done }) =>
    setState((last) => (last.kind === "importing" && last.importId === importId ? { ...last, done } : last)),
  );
  const choose = async (file: File): Promise<void> => {
    discard();
    const fileName = file.name;
    const read = await handOver(host, file, (importId, share) => {
      pending.current = importId;
      setState({ kind: "reading", fileName, share });
    });
    if (read.ok) setState({ kind: "ready", fileName, ...read.value });
    else setState({ kind: "refused", fileName, message: read.error.message });
  };
  const commit = async (): Promise<void> => {
    if (state.kind !== "ready") return;
    const { fileName, importId, preview } = state;
    const total = preview.count + preview.alreadyHere + preview.skipped;
    setState({ kind: "importing", fileName, importId, done: 0, total });
    const imported = await host.call("import.commit", { importId });
    pending.current = null;
    if (imported.ok) onImported(imported.value.imported);
    else setState({ kind: "refused", fileName, message: imported.error.message });
  };
  /** What was taken in before stays; the answer of the import says how much that was. */
  const stop = () => {
    if (state.kind === "importing") void host.call("import.discard", { importId: state.importId });
  };
  return { state, stop, choose: (file: File) => void choose(file), commit: () => void commit() };
}

type Ready = { readonly importId: string; readonly preview: ImportPreview };

async function handOver(
  host: Host,
  file: File,
  heard: (importId: string, share: number) => void,
): Promise<Result<Ready>> {
  const begun = await host.call("import.begin", { fileName: file.name, byteLength: file.size });
  if (!begun.ok) return begun;
  const { importId } = begun.value;
  heard(importId, 0);
  for (let at = 0; at < file.size; at += LARGEST_PIECE) {
    const piece = await base64Of(file.slice(at, at + LARGEST_PIECE));
    const appended = await host.call("import.append", { importId, base64: piece });
    if (!appended.ok) return appended;
    heard(importId, appended.value.received / file.size);
  }
  const preview = await host.call("import.preview", { importId });
  return preview.ok ? success({ importId, preview: preview.value }) : preview;
}

/** A data address is how a browser writes base64 of any size without holding up the window. */
function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(address.slice(address.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file cannot be read.")));
    reader.readAsDataURL(piece);
  });
}
