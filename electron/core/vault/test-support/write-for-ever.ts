import { createVault } from "../vault.ts";
import { CHEAP, PASSPHRASE } from "./passphrase.ts";

// A process of its own for tests: node write-for-ever.ts FOLDER. Opens the vault and sets one secret to "value-1", "value-2"
// and so on, saying each number once it is written, until it is killed.

const vault = createVault({
  folder: process.argv[2] ?? "",
  clock: { now: () => new Date() },
  scryptCost: CHEAP,
});
await vault.start();
const opened = await vault.unlock(PASSPHRASE);
if (!opened.ok) throw new Error(opened.error.message);
for (let count = Number(process.argv[3] ?? "1"); ; count += 1) {
  const saved = vault.putSecret({ tenantId: "shop", slot: "realtime" }, `value-${count}`);
  process.stdout.write(saved.ok ? `${count}\n` : `${saved.error.code}: ${saved.error.message}\n`);
  if (!saved.ok) break;
  // Lets what was said leave before the next one.
  await new Promise((resolve) => setImmediate(resolve));
}
