import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { exchangeSchema, exchangeSummarySchema } from "../../../shared/domain/exchange.ts";
import { runCli, temporaryFolder } from "./test-support/run-in-process.ts";

let workspace = "";
let ids: readonly string[] = [];

beforeEach(async () => {
  workspace = temporaryFolder();
  const sent: string[] = [];
  for (const customer of ["first", "second", "third"]) {
    const ended = await runCli(
      ["send", "--tenant", "sandbox", "--event", "newsletter_signup", "--customer", customer, "--json"],
      { workspace },
    );
    sent.push(z.object({ id: z.string() }).parse(ended.json()).id);
  }
  ids = sent;
});

describe("history list", () => {
  it("prints the newest first, as many as asked for", async () => {
    const all = await runCli(["history", "list", "--json"], { workspace });
    expect(all.code).toBe(0);
    const rows = z.array(exchangeSummarySchema).parse(all.json());
    expect(rows.map((row) => row.identity?.value)).toEqual(["third", "second", "first"]);
    const two = await runCli(["history", "list", "--limit", "2", "--json"], { workspace });
    expect(two.json()).toEqual(rows.slice(0, 2));
  });

  it("prints columns for people", async () => {
    const { stdout, stderr } = await runCli(["history", "list"], { workspace });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^ID +SENT +OUTCOME +API +TENANT +EVENT +IDENTITY +STATUS +TIME$/);
    expect(lines[3]).toMatch(/first +400 +[\d.]+ ms$/);
    expect(stderr).toContain("3 of 3");
  });

  it("is an empty document for a new workspace", async () => {
    const ended = await runCli(["history", "list", "--json"]);
    expect([ended.code, ended.json()]).toEqual([0, []]);
  });

  it("refuses a limit that is none", async () => {
    expect((await runCli(["history", "list", "--limit", "0"], { workspace })).code).toBe(2);
  });
});

describe("history show", () => {
  it("prints the whole exchange", async () => {
    const ended = await runCli(["history", "show", ids[0] ?? "", "--json"], { workspace });
    expect(ended.code).toBe(0);
    expect(exchangeSchema.parse(ended.json())).toMatchObject({ id: ids[0], outcome: "rejected" });
  });

  it("prints request and response for people", async () => {
    const { stdout } = await runCli(["history", "show", ids[0] ?? ""], { workspace });
    expect(stdout).toMatch(/^Checked against .+, version \d+$/mu);
    expect(stdout).toContain("rejected: ");
    expect(stdout).toContain(`"customer": "first"`);
    expect(stdout).toContain(`{"status":"error"`);
  });

  it("ends with 2 for an id that is not there", async () => {
    const ended = await runCli(["history", "show", "nothing", "--json"], { workspace });
    expect(ended.code).toBe(2);
    expect(ended.json()).toMatchObject({ error: { code: "history.not-found" } });
  });
});

describe("history export", () => {
  const exportSchema = z.object({
    format: z.literal("optievent-history/1"),
    exchanges: z.array(exchangeSchema),
  });

  it("prints all of it as one document", async () => {
    const ended = await runCli(["history", "export"], { workspace });
    expect(ended.code).toBe(0);
    expect(exportSchema.parse(ended.json()).exchanges.map(({ id }) => id)).toEqual(ids);
  });

  it("writes chosen exchanges to a private file", async () => {
    const file = join(temporaryFolder(), "export.json");
    const chosen = [ids[2], ids[0]].join(",");
    const ended = await runCli(["history", "export", "--ids", chosen, "-o", file], { workspace });
    expect([ended.code, ended.stdout]).toEqual([0, ""]);
    const exported = exportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    expect(exported.exchanges.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("says how far it is to people, and leaves nothing of that on their screen", async () => {
    const file = join(temporaryFolder(), "export.json");
    const { stderr } = await runCli(["history", "export", "-o", file], { workspace, isTTY: true });
    expect(stderr).toMatch(new RegExp(`\\r\\d+ of ${ids.length}.*\\r\u001B\\[K`, "s"));
    const piped = await runCli(["history", "export", "-o", file], { workspace });
    expect(piped.stderr).not.toContain(" of ");
  });

  it("ends with 2 where an id is not there or the file cannot be written", async () => {
    const unknown = await runCli(["history", "export", "--ids", `${ids[0]},nothing`], { workspace });
    expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toContain("nothing");
    const nowhere = await runCli(["history", "export", "-o", "/no/such/folder/x.json"], { workspace });
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain("could not be written");
  });
});

describe("history export and import in a format of choice", () => {
  it("exports what a query finds, and says what is wrong with one", async () => {
    const listed = z
      .array(z.object({ outcome: z.string() }))
      .parse((await runCli(["history", "list", "--json"], { workspace })).json());
    for (const outcome of ["accepted", "failed", "cancelled"]) {
      const args = ["history", "export", "--format", "ndjson", "--query", `outcome:${outcome}`];
      const lines = (await runCli(args, { workspace })).stdout.split("\n").filter((line) => line !== "");
      expect(lines, outcome).toHaveLength(listed.filter((row) => row.outcome === outcome).length);
    }
    expect((await runCli(["history", "export", "--query", "outcome:nonsense"], { workspace })).code).toBe(2);
  });

  it("hands the exchanges of one workspace to another, without what was redacted", async () => {
    const bundle = join(temporaryFolder(), "handed-over.zip");
    const args = [
      "history",
      "export",
      "--format",
      "bundle",
      "--redact",
      "pseudonymised",
      "-o",
      bundle,
      "--json",
    ];
    const exported = await runCli(args, { workspace });
    expect(exported.json()).toMatchObject({ file: bundle, format: "bundle", exchanges: ids.length });
    const other = temporaryFolder();
    const preview = await runCli(["history", "import", bundle, "--dry-run", "--json"], { workspace: other });
    expect(preview.json()).toMatchObject({ count: ids.length, skipped: 0 });
    const imported = await runCli(["history", "import", bundle, "--json"], { workspace: other });
    expect(imported.json()).toEqual({ imported: ids.length, alreadyHere: 0, skipped: 0 });
    expect((await runCli(["history", "import", bundle], { workspace: other })).stderr).toContain(
      "0 imported",
    );
  });

  it("takes the format from the file, and refuses what cannot be", async () => {
    const file = join(temporaryFolder(), "x.csv");
    expect((await runCli(["history", "export", "-o", file], { workspace })).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("id,sent_at,outcome");
    for (const wrong of [
      ["--format", "bundle"],
      ["--format", "pdf"],
      ["--redact", "some"],
      ["--ids", "a", "--query", "b"],
    ]) {
      expect((await runCli(["history", "export", ...wrong], { workspace })).code, wrong.join(" ")).toBe(2);
    }
    expect((await runCli(["history", "import", "/no/such/file"], { workspace })).code).toBe(2);
  });
});

describe("history search", () => {
  const idsOf = async (...args: string[]) => {
    const ended = await runCli(["history", "search", "--json", ...args], { workspace });
    return z
      .array(exchangeSummarySchema)
      .parse(ended.json())
      .map(({ id }) => id);
  };

  it("finds what the query says, in the order asked for", async () => {
    expect(await idsOf("customer:second")).toEqual([ids[1]]);
    expect(await idsOf("outcome:rejected", "--reverse", "--limit", "2")).toEqual([ids[0], ids[1]]);
    expect(await idsOf("--", "-customer:second", "-third")).toEqual([ids[0]]);
  });

  it("ends with 2 for a query that is none, naming what is wrong", async () => {
    const ended = await runCli(["history", "search", "outcom:rejected"], { workspace });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("Did you mean outcome:?");
  });
});

describe("history verify", () => {
  it("says that all is as it was recorded", async () => {
    const ended = await runCli(["history", "verify", "--json"], { workspace });
    expect([ended.code, ended.json()]).toMatchObject([0, { state: "intact", checked: 3, problem: null }]);
    expect((await runCli(["history", "verify"], { workspace })).stdout).toMatch(/^intact: 3 exchanges/);
  });

  it("ends with 1 where something was changed, and names it", async () => {
    const database = new DatabaseSync(join(workspace, "history.sqlite"));
    database.exec(
      "DROP TRIGGER exchange_is_never_updated; UPDATE exchange SET outcome = 'accepted' WHERE sequence = 2",
    );
    database.close();
    const ended = await runCli(["history", "verify"], { workspace });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(`broken: Exchange 2 (${ids[1]}`);
  });
});

describe("history prune", () => {
  const prune = (...args: string[]) => runCli(["history", "prune", ...args], { workspace });
  const count = async () =>
    z.array(z.unknown()).parse((await runCli(["history", "list", "--json"], { workspace })).json()).length;

  it("says how many it would be, and removes exactly so many when that is confirmed", async () => {
    const asked = await prune("customer:first,second");
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain("add --confirm 2");
    expect(await count()).toBe(3);
    expect((await prune("customer:first,second", "--confirm", "3")).code).toBe(2);
    expect((await prune("customer:first,second", "--confirm", "2", "--reason", "Done with")).code).toBe(0);
    expect(await count()).toBe(1);
    const verified = await runCli(["history", "verify", "--json"], { workspace });
    expect(verified.json()).toMatchObject({ state: "intact", removals: [{ count: 2, reason: "Done with" }] });
  });

  it("keeps the newest ones", async () => {
    const ended = await prune("--keep", "1", "--confirm", "2", "--json");
    expect(ended.json()).toMatchObject({ removed: 2 });
    expect(await count()).toBe(1);
  });

  it("does nothing without being told what", async () => {
    expect((await prune("--confirm", "3")).code).toBe(2);
    expect((await prune("customer:first", "--keep", "1")).code).toBe(2);
  });
});
