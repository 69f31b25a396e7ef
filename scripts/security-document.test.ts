import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

describe("the security document", () => {
  const citations = [...read("SECURITY.md").matchAll(/`([\w./-]+\.(?:tsx?|yml|json))` `([^`]+)`/g)];

  it("names code and tests that are there", () => {
    const stale = citations.filter(([, path = "", text = ""]) => !read(path).includes(text));
    expect(stale.map(([whole]) => whole)).toEqual([]);
    expect(citations.length).toBeGreaterThan(60);
  });

  it("walks the whole of Electron's checklist", () => {
    const points = [...read("SECURITY.md").matchAll(/^\| (\d+) +\| /gm)].map(([, number]) => Number(number));
    expect(points).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

it("the dependencies are pinned exactly", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

it("the fuses of the installed program keep others from running code under its name", () => {
  const fuses = [...read("electron-builder.yml").matchAll(/^ {2}(\w+): (true|false)$/gm)];
  expect(Object.fromEntries(fuses.map(([, name, value]) => [name, value]))).toMatchObject({
    runAsNode: "false",
    enableNodeOptionsEnvironmentVariable: "false",
    enableNodeCliInspectArguments: "false",
    enableEmbeddedAsarIntegrityValidation: "true",
    onlyLoadAppFromAsar: "true",
    grantFileProtocolExtraPrivileges: "false",
  });
});
