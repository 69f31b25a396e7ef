import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognise } from "../paste/recognise.ts";
import type { CodeRequest } from "./code-request.ts";
import { encodeBase64 } from "./base64.ts";
import { readCmd } from "./test-support/read-cmd.ts";
import { readJoined } from "./test-support/read-powershell.ts";
import { CURL_SHELLS, writeCurl } from "./write-curl.ts";

const URL_OF_TEST = "https://gateway.example/optievent?a=1&b=2";

function requestOf(text: string, headers: CodeRequest["headers"] = []): CodeRequest {
  return { url: URL_OF_TEST, headers: [["Content-Type", "application/json"], ...headers], text };
}

const SIGNED: CodeRequest["headers"] = [["X-Optimove-Signature-Content", "{{secret:signature}}"]];

/** Texts with what shells read: quotes, carets, backslashes, line ends and the like, more often than chance has them. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from("\"'\\^&|<>()%!$`@{}[]:,; \n\r\t\0aé😀‘”")) }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.json({ noUnicodeString: false }),
);

describe("a cURL command for cmd.exe", () => {
  it("hands curl the text as it is, where an argument carries it", () => {
    const carried = fc.string({
      unit: fc.constantFrom(...Array.from("\"'\\^&|<>()$`@{}[]:,; \naZ09-+~=/.?*#_")),
      maxLength: 300,
    });
    fc.assert(
      fc.property(carried, (text) => {
        const script = writeCurl(requestOf(text), "cmd");
        expect(script).not.toMatch(/[%!]/);
        const [command = [], ...others] = readCmd(script);
        expect(others).toEqual([]);
        expect(command.slice(0, 2)).toEqual(["curl.exe", URL_OF_TEST]);
        expect(command.slice(-2)).toEqual(["--data-raw", text]);
        expect(command).toContain("Content-Type: application/json");
      }),
      { numRuns: 500 },
    );
  });

  it("hands curl every other text as Base64, in lines that cmd.exe takes", () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !/^[ -~\n]*$/.test(text) || /[%!]/.test(text)),
        fc.constantFrom(1, 500),
        (text, times) => {
          const body = text.repeat(times);
          const script = writeCurl(requestOf(body), "cmd");
          const inCommand = /FromBase64String\('([^']*)'\)/.exec(script)?.[1];
          const inFile = [...script.matchAll(/^>>?"%TEMP%\\optievent-body\.txt" echo (.*)$/gm)].map(
            ([, line]) => line,
          );
          expect(Buffer.from(inCommand ?? inFile.join(""), "base64")).toEqual(Buffer.from(body));
          for (const line of script.split("\n")) expect(line.length).toBeLessThan(8191);
        },
      ),
    );
  });

  it("signs with the token of the environment and leaves no file", () => {
    const script = writeCurl(requestOf(`{"a":1}`, SIGNED), "cmd");
    expect(script).toContain("HMACSHA256");
    expect(script).toContain('--header "@%TEMP%\\optievent-header.txt"');
    expect(script).toContain('del "%TEMP%\\optievent-header.txt"');
  });
});

describe("a cURL command for PowerShell", () => {
  it("writes the text as it is, in ASCII that both editions read", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const script = writeCurl(requestOf(text), "powershell");
        expect(script).toMatch(/^[ -~\n]*$/);
        expect(readJoined(script, "")).toBe(text.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  it("puts the token between the texts around it", () => {
    const script = writeCurl(requestOf(`{"tid":"{{secret:token}}",\n"cid":"x"}`), "powershell");
    expect(readJoined(script, "T")).toBe(`{"tid":"T",\n"cid":"x"}`);
  });
});

describe("a cURL command", () => {
  it("can be pasted back, from every shell", () => {
    const text = `{\n  "tenant": 999,\n  "event": "login",\n  "context": { "note": "it's \\"so\\" & ^so <so> $HOME" }\n}`;
    for (const shell of CURL_SHELLS.filter((shell) => shell !== "powershell")) {
      const pasted = recognise(writeCurl(requestOf(text), shell));
      expect(pasted.ok && pasted.candidates[0]?.text, shell).toBe(text);
    }
  });

  it("leaves what curl would make itself to curl", () => {
    const script = writeCurl(
      requestOf("{}", [
        ["Host", "gateway.example"],
        ["Content-Length", "2"],
        ["Connection", "keep-alive"],
      ]),
      "posix",
    );
    expect(script).not.toMatch(/Host:|Content-Length/);
    expect(script).toContain("--http1.1");
  });

  it("keeps a Host that is not the address's", () => {
    expect(writeCurl(requestOf("{}", [["Host", "other.example"]]), "posix")).toContain(
      "'Host: other.example'",
    );
  });
});

describe("Base64", () => {
  it("is that of Node", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      }),
    );
  });
});
