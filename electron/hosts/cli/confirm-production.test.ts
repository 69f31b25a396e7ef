import { describe, expect, it } from "vitest";
import { tenantSchema } from "../../../shared/domain/tenant.ts";
import { createNotices } from "../../core/notices.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { openWorkspace } from "../../core/workspace/workspace.ts";
import { startRecordingServer, type RecordingServer } from "./test-support/recording-server.ts";
import { runCli, temporaryFolder, type Ended } from "./test-support/run-in-process.ts";

const EVENT = [
  "--event",
  "newsletter_signup",
  "--customer",
  "c1",
  "--param",
  "email=a@b.example",
  "--param",
  "opt_in=true",
];

/** A workspace with a production tenant whose endpoint is a server of this test. */
async function prepare(): Promise<{ readonly workspace: string; readonly server: RecordingServer }> {
  const workspace = temporaryFolder();
  const server = await startRecordingServer();
  const opened = openWorkspace({
    path: workspace,
    openStore: createConfStores(workspace),
    notices: createNotices(() => undefined),
    clock: { now: () => new Date() },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.tenants.save(
    tenantSchema.parse({
      id: "retail-eu",
      name: "Retail EU",
      kind: "production",
      tenantNumber: 999,
      catalogId: "demo",
      connections: [{ api: "optievent", endpoint: server.url }],
    }),
  );
  return { workspace, server };
}

function send(workspace: string, ...options: string[]): Promise<Ended> {
  return runCli(["send", "--tenant", "retail-eu", ...EVENT, "--json", ...options], { workspace });
}

describe("sending to a production tenant", () => {
  it.each([
    ["without the option", [], "guard.approval-required"],
    ["with another name", ["--confirm-production", "Retail"], "guard.name-differs"],
    ["with the id", ["--confirm-production", "retail-eu"], "guard.name-differs"],
    ["with no name", ["--confirm-production="], "guard.name-differs"],
  ])("%s ends with 4, sends nothing and records nothing", async (_how, options, code) => {
    const { workspace, server } = await prepare();
    const ended = await send(workspace, ...options);
    expect(ended.code).toBe(4);
    expect(ended.json()).toMatchObject({ error: { code } });
    expect(server.received).toEqual([]);
    expect((await runCli(["history", "list", "--json"], { workspace })).json()).toEqual([]);
  });

  it("with its name goes through, for this one command", async () => {
    const { workspace, server } = await prepare();
    expect((await send(workspace, "--confirm-production", "Retail EU")).code).toBe(0);
    expect(server.received).toHaveLength(1);
    expect((await send(workspace)).code).toBe(4);
    expect(server.received).toHaveLength(1);
  });

  it("says which words to add", async () => {
    const { workspace } = await prepare();
    expect((await send(workspace)).stderr).toContain("--confirm-production 'Retail EU'");
  });

  it("needs nothing where nothing is sent", async () => {
    const { workspace } = await prepare();
    expect((await send(workspace, "--dry-run")).code).toBe(0);
  });
});

describe("sending to an address", () => {
  const to = (endpoint: string, ...options: string[]) =>
    runCli([
      "send",
      "--endpoint",
      endpoint,
      "--api",
      "optievent",
      "--tenant-id",
      "1",
      ...EVENT,
      "--json",
      ...options,
    ]);

  it.each(["https://gateway.optimove.events/reportEvent", "https://SERVER-1.optimove.net./reportServer"])(
    "that is the vendor's (%s) ends with 4 unless its host is confirmed",
    async (endpoint) => {
      const ended = await to(endpoint);
      expect(ended.code).toBe(4);
      expect(ended.json()).toMatchObject({ error: { code: "guard.approval-required" } });
      expect((await to(endpoint, "--confirm-production", "optimove.events.example")).code).toBe(4);
    },
  );

  it("that is not the vendor's needs none", async () => {
    const server = await startRecordingServer();
    expect((await to(server.url)).code).toBe(0);
  });
});
