import { monitorEventLoopDelay } from "node:perf_hooks";

// Preloaded into the host that is measured. Answers each message with the longest time, in milliseconds, in which its event
// loop did nothing else since the message before: by the clock, and how much of the processor a turn of the loop used, which
// is the same on a machine that is busy with other programs.

const RESOLUTION_MS = 1;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();

const used = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
let usedBefore = used();
let longestUsed = 0;
setInterval(() => {
  const now = used();
  longestUsed = Math.max(longestUsed, now - usedBefore);
  usedBefore = now;
}, RESOLUTION_MS).unref();

process.on("message", () => {
  process.send?.({ longestMs: Math.max(0, delays.max / 1e6 - RESOLUTION_MS), processorMs: longestUsed });
  delays.reset();
  longestUsed = 0;
});
// A channel alone keeps no program running.
process.channel?.unref();
