import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ResponseRecord } from "../../../shared/domain/exchange.ts";
import { useHost } from "../../host/host-context.tsx";
import { createBackground } from "../compose/background.ts";
import { createBodyReader, type BodyMode, type BodyPart } from "./body-reader.ts";
import type { BodyRequest } from "./body-worker.ts";
import { readPieces, type ReadPiece } from "./read-pieces.ts";

type Wanted = { readonly mode: BodyMode; readonly part: number };

/** A body's part, as far as it is there. */
export type ShownPart = {
  /** null while it is being read or laid out, and where that broke down. */
  readonly shown: BodyPart | null;
  readonly isFailed: boolean;
  /** How much of a long body has been read, from 0 to 1. */
  readonly progress: number;
};

/** Of an exchange; of a long one only the beginning is with it. */
export type BodySource = { readonly exchangeId: string; readonly response: ResponseRecord };

/** The part of a body as it is to be shown. A long one is read in pieces and laid out beside the window. */
export function useBodyPart(source: BodySource, { mode, part }: Wanted): ShownPart {
  const { response } = source;
  const isLong = response.omittedBytes !== undefined;
  const reader = useMemo(() => createBodyReader(response), [response]);
  const { background, progress } = useLongBody(source, isLong);
  const isRead = progress === 1;
  useEffect(() => {
    if (isLong && isRead) background.run({ mode, part });
  }, [background, isLong, isRead, mode, part]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  if (!isLong) return { shown: reader(mode, part), isFailed: false, progress: 1 };
  const isThis = done !== null && done.job.mode === mode && done.job.part === part;
  const isFailed = progress === null || (isThis && done.output === null);
  return { shown: isThis ? done.output : null, isFailed, progress: progress ?? 0 };
}

/** Reads a long body into a thread beside the window. `progress` is null where that failed. */
function useLongBody({ exchangeId, response }: BodySource, isLong: boolean) {
  const host = useHost();
  const [progress, setProgress] = useState<number | null>(0);
  const [reader] = useState(() => startReader(() => setProgress(null)));
  useEffect(() => {
    if (!isLong) return undefined;
    const stopped = new AbortController();
    const pieces = readPieces(host, { exchangeId, response }, stopped.signal);
    void handOver(pieces, reader.post, setProgress, stopped.signal);
    return () => stopped.abort();
  }, [host, exchangeId, response, isLong, reader]);
  useEffect(() => () => reader.background.close(), [reader]);
  return { background: reader.background, progress };
}

/** Gives the pieces on as they come. */
async function handOver(
  pieces: AsyncIterable<ReadPiece>,
  post: (request: BodyRequest) => void,
  onProgress: (progress: number | null) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const { share, ...piece } of pieces) {
      post({ kind: "piece", ...piece });
      onProgress(piece.isLast ? 1 : share);
    }
  } catch {
    if (!signal.aborted) onProgress(null);
  }
}

function startReader(onBroken: () => void) {
  let worker: Worker | null = null;
  const start = () => {
    if (worker !== null) return worker;
    worker = new Worker(new URL("./body-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", onBroken);
    return worker;
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
  const post = (request: BodyRequest) => start().postMessage(request);
  const background = createBackground<Wanted, BodyPart>((onDone) => {
    const started = start();
    started.addEventListener("message", ({ data }: MessageEvent<BodyPart | null>) => onDone(data));
    started.addEventListener("error", () => onDone(null));
    return {
      run: (wanted) => post({ kind: "read", ...wanted }),
      stop() {
        started.terminate();
        worker = null;
      },
    };
  });
  return { background, post };
}
