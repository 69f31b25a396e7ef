import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "./find-browser.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "optievent-browsers-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(command: string, content = "#!/bin/sh\nexit 0\n"): void {
  writeFileSync(join(folder, command), content);
  chmodSync(join(folder, command), 0o755);
}
const find = () => findBrowser({ PATH: folder }, "linux");

describe("the browser for the window", () => {
  it("is none where none is installed", () => {
    expect(find()).toBeNull();
  });

  it("is none where the file is no program", () => {
    writeFileSync(join(folder, "chromium"), "notes about an element");
    expect(find()).toBeNull();
  });

  it("is Chrome before Chromium", () => {
    install("chromium");
    install("google-chrome");
    expect(find()).toEqual({ name: "Chrome", path: join(folder, "google-chrome"), isConfined: false });
  });

  it("is known to be confined where a script starts a snap", () => {
    install("chromium-browser", '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
    expect(find()).toMatchObject({ name: "Chromium", isConfined: true });
  });
});
