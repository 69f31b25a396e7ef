import { describe, expect, it } from "vitest";
import { parseOptions } from "./options.ts";

describe("the browser host's command line", () => {
  it("may be empty", () => {
    expect(parseOptions([])).toEqual({
      ok: true,
      value: { port: 0, opensWindow: true, workspace: undefined },
    });
  });

  it("takes a port, a workspace and the wish for no window", () => {
    expect(parseOptions(["--port", "8080", "--no-open", "--workspace=/tmp/w"])).toEqual({
      ok: true,
      value: { port: 8080, opensWindow: false, workspace: "/tmp/w" },
    });
  });

  it.each([["--port=-1"], ["--port=65536"], ["--port=http"], ["--port=1.5"], ["--port="]])(
    "refuses %s, naming the flag",
    (...args) => {
      const options = parseOptions(args);
      expect(options).toMatchObject({ ok: false, error: { code: "browser.usage" } });
      expect(options.ok ? "" : options.error.message).toContain("--port");
    },
  );

  it.each([[["--prot", "1"]], [["file.json"]], [["--no-open=yes"]], [["--port"]]])(
    "refuses %j with one sentence",
    (args) => {
      const options = parseOptions(args);
      expect(options.ok ? "" : options.error.message).not.toMatch(/\. ./);
    },
  );
});
