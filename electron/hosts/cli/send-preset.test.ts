import { beforeEach, describe, expect, it } from "vitest";
import type { Preset } from "../../../shared/domain/preset.ts";
import { tenantSchema } from "../../../shared/domain/tenant.ts";
import { createNotices } from "../../core/notices.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { openWorkspace } from "../../core/workspace/workspace.ts";
import { startRecordingServer } from "./test-support/recording-server.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

let workspace: string;
beforeEach(() => {
  workspace = temporaryFolder();
});

function open() {
  const opened = openWorkspace({
    path: workspace,
    openStore: createConfStores(workspace),
    notices: createNotices(() => undefined),
    clock: { now: () => new Date() },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function keep(id: string, changes: Partial<Preset> = {}): void {
  open().presets.save({
    id,
    tenantId: "sandbox",
    api: "optievent",
    eventKey: "login",
    name: id,
    group: null,
    text: '{"tenant":999,"event":"login","customer":"{{who}}","timestamp":"{{$now}}","context":{"login_method":"password"}}',
    variables: [{ name: "who", value: "of the preset" }],
    negative: false,
    expected: { outcome: "accepted", rule: null },
    ...changes,
  });
}

const send = (...args: string[]) => runCli(["send", "--tenant", "sandbox", ...args], { workspace });
const NEGATIVE = {
  text: '{"tenant":999,"event":"login","timestamp":"{{$now}}","context":{"login_method":"password"}}',
  negative: true,
  expected: { outcome: "rejected", rule: "identity.missing" },
} as const;

describe("send --preset", () => {
  it("sends a preset with its variables, and says that it came to what was expected", async () => {
    keep("right");
    const ended = await send("--preset", "right", "--json");
    expect([ended.code, ended.json()]).toEqual([
      0,
      expect.objectContaining({
        outcome: "accepted",
        preset: { id: "right", name: "right", negative: false },
        expected: { outcome: "accepted", rule: null },
        asExpected: true,
      }),
    ]);
    const [listed] = (await runCli(["history", "list", "--json"], { workspace })).json() as { id: string }[];
    const shown = await runCli(["history", "show", listed?.id ?? "", "--json"], { workspace });
    expect(shown.json()).toMatchObject({
      presetId: "right",
      expected: { outcome: "accepted" },
      identity: { value: "of the preset" },
    });
    const dry = await send("--preset", "right", "--var", "who=given here", "--dry-run");
    expect(dry.stdout).toContain('"customer":"given here"');
  });

  it("ends with 0 where a negative one is refused as expected, and with 1 where one is not as expected", async () => {
    keep("without customer", NEGATIVE);
    keep("wrongly expected", { expected: { outcome: "rejected", rule: null } });
    keep("other rule", { ...NEGATIVE, expected: { outcome: "rejected", rule: "parameter.type" } });
    const refused = await send("--preset", "without customer");
    expect([refused.code, refused.stdout]).toEqual([
      0,
      expect.stringContaining("As expected: rejected, identity.missing."),
    ]);
    const found = await runCli(["history", "list", "negative:yes", "--json"], { workspace });
    expect(found.json()).toHaveLength(1);
    const accepted = await send("--preset", "wrongly expected");
    expect([accepted.code, accepted.stdout]).toEqual([
      1,
      expect.stringContaining("Not as expected: Expected rejected, was accepted."),
    ]);
    const other = await send("--preset", "other rule", "--json");
    expect([other.code, other.json()]).toEqual([1, expect.objectContaining({ asExpected: false })]);
  });

  it("tells presets of one name apart by event and API, and says what there is", async () => {
    keep("a", { name: "same" });
    keep("b", { name: "same", eventKey: "deposit" });
    const both = await send("--preset", "same");
    expect([both.code, both.stderr]).toEqual([2, expect.stringMatching(/login.*deposit|deposit.*login/u)]);
    expect((await send("--preset", "same", "--event", "login")).code).toBe(0);
    expect((await send("--preset", "a")).code).toBe(0);
    const none = await send("--preset", "same", "--api", "realtime");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("presets list")]);
    const listed = await runCli(["presets", "list", "--event", "deposit", "--json"], { workspace });
    expect(listed.json()).toMatchObject([{ id: "b", name: "same", eventKey: "deposit" }]);
    expect((await runCli(["presets", "list", "--tenant", "nobody"], { workspace })).code).toBe(2);
  });

  it("is refused beside what would change it, and to an address", async () => {
    keep("right");
    for (const args of [
      ["--customer", "c"],
      ["--param", "a=1"],
      ["--body", "-"],
    ]) {
      expect([args, (await send("--preset", "right", ...args)).code]).toEqual([args, 2]);
    }
    const address = ["send", "--endpoint", "http://127.0.0.1:9/", "--api", "optievent", "--preset", "right"];
    expect((await runCli(address, { workspace })).stderr).toContain("--preset goes with --tenant");
  });

  it("meets the guard of production", async () => {
    const server = await startRecordingServer();
    open().tenants.save(
      tenantSchema.parse({
        id: "live",
        name: "Live",
        kind: "production",
        tenantNumber: 999,
        catalogId: "demo",
        connections: [{ api: "optievent", endpoint: server.url }],
      }),
    );
    keep("right", { tenantId: "live" });
    const args = ["send", "--tenant", "live", "--preset", "right"];
    expect((await runCli(args, { workspace })).code).toBe(4);
    const confirmed = await runCli([...args, "--confirm-production", "Live"], { workspace });
    expect([confirmed.code, confirmed.stdout]).toEqual([
      0,
      expect.stringContaining("As expected: accepted."),
    ]);
    expect(server.received).toHaveLength(1);
  });
});
