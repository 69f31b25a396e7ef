import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSessionSecrets } from "../secrets/secrets.ts";
import { openLogFile } from "./logger.ts";
import { openRotatingFile } from "./rotating-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the log", () => {
  it("has a JSON object for each line, and goes on after a restart", () => {
    for (const message of ["First.", "Second."]) {
      const log = openLogFile(folder, (text) => text);
      log.logger.warn(message, { call: "history.page" });
      log.close();
    }
    const lines = readFileSync(join(folder, "logs", "console.log"), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: "warn", msg: "First.", call: "history.page", pid: process.pid },
      { level: "warn", msg: "Second." },
    ]);
  });

  it("holds no secret, wherever it was put and however it was written", () => {
    const secrets = createSessionSecrets();
    const value = 'top"secret\\0123456789';
    secrets.set("shop", "realtime", value);
    const log = openLogFile(folder, (text) => secrets.redact(text));
    log.logger.error(`Message with ${value}`, {
      [value]: 1,
      nested: [
        { value, encoded: Buffer.from(value).toString("base64"), hex: Buffer.from(value).toString("hex") },
      ],
    });
    log.close();
    const text = readFileSync(log.path, "utf8");
    expect(text.match(/\{\{secret:token\}\}/g)).toHaveLength(5);
    expect(text).not.toContain("0123456789");
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.skipIf(process.platform === "win32")("can be read by its owner only", () => {
    openLogFile(folder, (text) => text).close();
    expect(statSync(join(folder, "logs")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "logs", "console.log")).mode & 0o777).toBe(0o600);
  });
});

describe("a rotating file", () => {
  it("stays below twice its limit and keeps the last lines", () => {
    const [path, previous] = [join(folder, "now"), join(folder, "before")];
    let file = openRotatingFile(path, previous, 40);
    for (let count = 10; count < 60; count += 1) {
      file.write(`line ${count}\n`);
      if (count % 7 === 0) {
        file.close();
        file = openRotatingFile(path, previous, 40);
      }
    }
    file.close();
    const text = readFileSync(previous, "utf8") + readFileSync(path, "utf8");
    expect(text.length).toBeLessThanOrEqual(96);
    expect(text.trimEnd().split("\n").at(-1)).toBe("line 59");
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    expect(numbers).toEqual(numbers.map((_, index) => 60 - numbers.length + index));
  });
});
