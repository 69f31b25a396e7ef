import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNotices, type Notices } from "../notices.ts";
import { carefulStores, type PlainStore } from "./careful-stores.ts";
import { createConfStores } from "./conf-store.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

let folder: string;
let notices: Notices;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "careful-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const textOf = (name: string) => readFileSync(join(folder, name), "utf8");

describe("a store", () => {
  it("keeps the version before the last change beside it, closed to others", () => {
    const store = createConfStores(folder)("settings");
    store.replace({ value: 1 });
    expect(readdirSync(folder)).toEqual(["settings.json"]);
    store.replace({ value: 2 });
    store.replace({ value: 3 });
    expect(store.entries()).toEqual({ value: 3 });
    expect(JSON.parse(textOf("settings.previous.json"))).toEqual({ value: 2 });
    expect(readdirSync(folder).sort()).toEqual(["settings.json", "settings.previous.json"]);
    if (process.platform === "win32") return;
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it("leaves no version before where that must not be there any more", () => {
    const store = createConfStores(folder)("settings");
    for (const value of [1, 2]) store.replace({ value });
    store.replace({ value: 3 }, { forgetsPrevious: true });
    expect(readdirSync(folder)).toEqual(["settings.json"]);
  });

  it("leaves the file as it was where what is read back is something else", () => {
    const files = new Map<string, Record<string, unknown>>();
    const forgetful = (name: string): PlainStore => ({
      path: join(folder, `${name}.json`),
      entries: () => files.get(name) ?? {},
      replace: () => void files.set(name, { value: "something else" }),
    });
    writeFileSync(join(folder, "settings.json"), "as it was");
    expect(() => carefulStores(forgetful)("settings").replace({ value: 1 })).toThrow(/read back/);
    expect(textOf("settings.json")).toBe("as it was");
    expect(readdirSync(folder)).toEqual(["settings.json"]);
  });

  it("is not kept from saving by half a file that an interrupted save left", () => {
    writeFileSync(join(folder, "settings.next.json"), '{"value": ');
    const store = createConfStores(folder)("settings");
    store.replace({ value: 1 });
    expect(store.entries()).toEqual({ value: 1 });
  });
});

function open(): Workspace {
  notices = createNotices(() => undefined);
  const opened = openWorkspace({
    path: folder,
    openStore: createConfStores(folder),
    notices,
    clock: { now: () => new Date("2026-11-23T09:15:00.000Z") },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe("a damaged file", () => {
  it("is kept aside, and the version before takes its place, which is said", () => {
    const first = open();
    first.settings.update({ theme: "dark" });
    first.settings.update({ theme: "light" });
    writeFileSync(join(folder, "settings.json"), "{");
    expect(open().settings.get().theme).toBe("dark");
    expect(notices.list().map(({ message }) => message)).toEqual([
      expect.stringContaining("the version before the last change is used instead"),
    ]);
    expect(textOf("settings.unreadable-20261123T091500Z.json")).toBe("{");
    expect(open().settings.get().theme).toBe("dark");
    expect(notices.list()).toEqual([]);
  });

  it("with a damaged version before it is kept aside with that, and the console starts without either", () => {
    const first = open();
    for (const theme of ["dark", "light"] as const) first.settings.update({ theme });
    for (const name of ["settings.json", "settings.previous.json"]) writeFileSync(join(folder, name), name);
    expect(open().settings.get().theme).toBe("system");
    const kept = readdirSync(folder).filter((name) => name.includes(".unreadable-"));
    expect(kept.map(textOf).sort()).toEqual(["settings.json", "settings.previous.json"]);
  });

  it("is no document that was removed", () => {
    const first = open();
    const draft = { tenantId: "sandbox", api: "optievent", eventKey: "login", text: "{}" } as const;
    first.drafts.save(draft);
    const saved = first.drafts.save({ ...draft, text: '{"event":"login"}' });
    if (saved.ok) first.drafts.remove(saved.value.id);
    expect(readdirSync(join(folder, "drafts"))).toEqual([]);
    expect(open().drafts.list("sandbox")).toEqual([]);
  });
});

it.each(["settings.json", "tenants.json"])(
  "a flipped bit anywhere in %s is told, and the file is not lost",
  (name) => {
    const first = open();
    for (const theme of ["dark", "light"] as const) first.settings.update({ theme, lastEventKey: "Été" });
    const whole = readFileSync(join(folder, name));
    for (let index = 0; index < whole.length; index += Math.ceil(whole.length / 150)) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      writeFileSync(join(folder, name), flipped);
      expect(open().tenants.list().length).toBeGreaterThan(0);
      // White space between members and what the console adds for itself are nobody's content.
      if (documentIn(flipped) !== documentIn(whole)) {
        expect(notices.list().map(({ message }) => message)).toEqual([expect.stringContaining(name)]);
      }
      const kept = readdirSync(folder).find((file) => file.includes(".unreadable-")) ?? name;
      expect(readFileSync(join(folder, kept)).equals(flipped)).toBe(true);
      if (kept !== name) rmSync(join(folder, kept));
      writeFileSync(join(folder, name), whole);
    }
  },
);

function documentIn(bytes: Buffer): string | null {
  try {
    const { document } = JSON.parse(bytes.toString("utf8")) as { document?: unknown };
    return JSON.stringify(document);
  } catch {
    return null;
  }
}

const script = join(import.meta.dirname, "fixtures", "save-for-ever.ts");

async function saveAndKill(first: number, lines: number): Promise<number> {
  const child = spawn(process.execPath, [script, folder, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let last = first - 1;
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    said += 1;
    // Not awaited: the writer is in the middle of whatever it does next.
    if (said === lines) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return last;
}

it("a program killed while it saves leaves whole files with what it said was saved, 40 times", async () => {
  let next = 1;
  for (let round = 0; round < 40; round += 1) {
    const last = await saveAndKill(next, 1 + (round % 4));
    const workspace = open();
    expect(notices.list()).toEqual([]);
    const draft = Number(workspace.drafts.list("sandbox")[0]?.text.split(" ")[0]);
    const settings = Number(workspace.settings.get().lastEventKey);
    expect(Math.min(draft, settings)).toBeGreaterThanOrEqual(last);
    next = Math.max(draft, settings) + 1;
  }
  const temporary = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.includes("tmp"),
  );
  expect(temporary).toEqual([]);
}, 200_000);
