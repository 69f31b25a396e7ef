/** Reads JSON in a thread of its own, so that an answer of megabytes keeps nobody from typing. Rejects what is no JSON. */
export function parseBesideWindow(bytes: ArrayBuffer): Promise<unknown> {
  const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), { type: "module" });
  const parsed = new Promise<unknown>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => resolve(data));
    worker.addEventListener("error", () => reject(new Error("The answer is no JSON.")));
  });
  worker.postMessage(bytes, [bytes]);
  return parsed.finally(() => worker.terminate());
}
