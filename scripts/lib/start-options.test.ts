import { describe, expect, it } from "vitest";
import { parseStartOptions, startUsage } from "./start-options.ts";

const parse = (...args: string[]) => {
  const options = parseStartOptions(args);
  if (!options.ok) throw new Error(options.error.message);
  return options.value;
};

describe("the start command's flags", () => {
  it("leave the choice of the host open when none is given", () => {
    expect(parse()).toEqual({ browserArguments: [], wantsBrowser: false, workspace: null, wantsHelp: false });
  });

  it.each([["--browser"], ["--port", "8080"], ["--no-open"]])("choose the browser host: %s", (...args) => {
    expect(parse(...args).wantsBrowser).toBe(true);
  });

  it("name a workspace for either host", () => {
    expect(parse("--workspace", "/tmp/w")).toMatchObject({ workspace: "/tmp/w", wantsBrowser: false });
  });

  it("reach the browser host, but for the one that chooses it", () => {
    expect(parse("--browser", "--port", "1", "--workspace=w").browserArguments).toEqual([
      "--port",
      "1",
      "--workspace=w",
    ]);
  });

  it.each(["--brwoser", "-x", "file"])("are answered by one sentence where unknown: %s", (flag) => {
    const options = parseStartOptions([flag]);
    expect(options).toMatchObject({ ok: false, error: { code: "start.usage" } });
    expect(options.ok ? "" : options.error.message).toContain(flag);
  });

  it("are all explained", () => {
    for (const flag of ["--browser", "--port", "--no-open", "--workspace", "--help"]) {
      expect(startUsage).toContain(flag);
    }
  });
});
