import { useEffect, useMemo, useState } from "react";
import type { ResponseRecord } from "../../../shared/domain/exchange.ts";
import { useHost } from "../../host/host-context.tsx";
import { createBackground } from "../compose/background.ts";
import {
  createBodyReader,
  type BodyMode,
  type BodyPart,
  type BodyReader,
  type FindWanted,
  type Found,
} from "./body-reader.ts";
import type { BodyAnswer, BodyRequest } from "./body-worker.ts";
import { readPieces, type ReadPiece } from "./read-pieces.ts";

/** Of an exchange; of a long one only the beginning is with it. */
export type BodySource = { readonly exchangeId: string; readonly response: ResponseRecord };

export type WantedPart = { readonly mode: BodyMode; readonly part: number };

export type OpenBody = {
  /** Of what came with the exchange, which of a short body is all. */
  readonly reader: BodyReader;
  readonly isLong: boolean;
  readonly long: ReturnType<typeof useLongBody>;
};

/** A body that is looked at: a long one is read in pieces and laid out beside the window. */
export function useOpenBody(source: BodySource): OpenBody {
  const { response } = source;
  const isLong = response.omittedBytes !== undefined;
  const reader = useMemo(() => createBodyReader(response), [response]);
  return { reader, isLong, long: useLongBody(source, isLong) };
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
  useEffect(() => () => reader.close(), [reader]);
  return { background: reader.background, finding: reader.finding, progress };
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
  const stop = () => {
    worker?.terminate();
    worker = null;
  };
  const listen = (onAnswer: (answer: BodyAnswer) => void, onBroke: () => void) => {
    const started = start();
    started.addEventListener("message", ({ data }: MessageEvent<BodyAnswer>) => onAnswer(data));
    started.addEventListener("error", onBroke);
  };
  const background = createBackground<WantedPart, BodyPart>((onDone) => {
    listen(
      (answer) => {
        if (answer.kind === "read") onDone(answer.output);
      },
      () => onDone(null),
    );
    return { run: (wanted) => post({ kind: "read", ...wanted }), stop };
  });
  const finding = createBackground<FindWanted, Found>((onDone) => {
    listen(
      (answer) => {
        if (answer.kind === "find") onDone(answer.output);
      },
      () => onDone(null),
    );
    return { run: (wanted) => post({ kind: "find", ...wanted }), stop };
  });
  const close = () => {
    background.close();
    finding.close();
  };
  return { background, finding, post, close };
}
