// Runs beside the window. What is no JSON ends it with an error, which whoever started it hears of.

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!(data instanceof ArrayBuffer)) return;
  const value: unknown = JSON.parse(new TextDecoder().decode(data));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(value);
});
