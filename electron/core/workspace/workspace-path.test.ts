import { isAbsolute, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveWorkspacePath } from "./workspace-path.ts";

describe("the workspace", () => {
  it("is where the command line says, before all else", () => {
    expect(resolveWorkspacePath({ OPTIEVENT_HOME: "/other" }, "here")).toBe(resolve("here"));
  });

  it("is where OPTIEVENT_HOME says, else", () => {
    expect(resolveWorkspacePath({ OPTIEVENT_HOME: "/other" })).toBe(resolve("/other"));
    expect(resolveWorkspacePath({ OPTIEVENT_HOME: "/other" }, "")).toBe(resolve("/other"));
  });

  it("is in the platform's folder for data, else", () => {
    const path = resolveWorkspacePath({ OPTIEVENT_HOME: "" });
    expect(isAbsolute(path)).toBe(true);
    expect(path).toMatch(/optievent-console([\\/]Data)?$/);
  });
});
