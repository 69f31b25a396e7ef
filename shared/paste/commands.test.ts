import { describe, expect, it } from "vitest";
import { recognise } from "./recognise.ts";
import {
  ansiCByteQuote,
  ansiCQuote,
  cmdCaretQuote,
  cmdDoubledQuote,
  posixDoubleQuote,
  posixQuote,
  powerShellQuote,
  windowsProgramQuote,
} from "./test-support/quoting.ts";
import { CAREFUL_BODY, REALTIME_BODY, REALTIME_CLEANED, TOKEN } from "./test-support/samples.ts";
import type { PasteCandidate } from "./types.ts";

const URL = "https://server-999.optimove.net/reportServer";

function only(text: string): PasteCandidate {
  const result = recognise(text);
  if (!result.ok) throw new Error(result.reason);
  expect(result.candidates).toHaveLength(1);
  const [first] = result.candidates;
  if (first === undefined) throw new Error("nothing");
  return first;
}

describe("a pasted cURL command", () => {
  it.each([
    ["in single quotes", `curl ${URL} -d ${posixQuote(CAREFUL_BODY)}`],
    ["in double quotes", `curl ${URL} -d ${posixDoubleQuote(CAREFUL_BODY)}`],
    ["in $'...'", `curl '${URL}' --data-raw ${ansiCQuote(CAREFUL_BODY)}`],
    ["in $'...' with bytes", `curl '${URL}' --data-binary ${ansiCByteQuote(CAREFUL_BODY)}`],
    [
      "for cmd, with carets",
      `curl ^"${URL}^" ^\r\n  -X ^"POST^" ^\r\n  --data-raw ${cmdCaretQuote(CAREFUL_BODY)}`,
    ],
    ["for cmd, doubled", `curl "${URL}" --data-binary ${cmdDoubledQuote(CAREFUL_BODY)} --compressed`],

    ["over several lines", `$ curl \\\n  --json ${posixQuote(CAREFUL_BODY)} \\\n  --url ${URL}`],
    ["with the value in the option", `curl -sSXPOST -d${posixQuote(CAREFUL_BODY)} ${URL}`],
    ["with = behind the option", `curl --data=${posixQuote(CAREFUL_BODY)} ${URL}`],
    ["behind prose", `I ran this, and it's wrong:\n\ncurl -d ${posixQuote(CAREFUL_BODY)} ${URL}`],
    ["with a comment", `# it's wrong\ncurl -d ${posixQuote(CAREFUL_BODY)} ${URL}`],
  ])("gives the body and the address: %s", (_case, text) => {
    expect(only(text)).toMatchObject({ text: CAREFUL_BODY, form: "curl", url: URL, api: "optievent" });
  });

  it("gives what cmd.exe would have made of carets that were typed by hand", () => {
    const body = CAREFUL_BODY.replace(" ^|", "");
    const text = `curl.exe -X POST "${URL}" -d ${windowsProgramQuote(body)}`;
    expect(only(text)).toMatchObject({ text: body, form: "curl", url: URL });
    expect(only(text.replace("100%", "100^%")).text).toBe(body);
  });

  it("lists several commands", () => {
    const text = `curl ${URL} -d ${posixQuote(CAREFUL_BODY)} ;\ncurl ${URL} -d ${posixQuote(REALTIME_BODY)}`;
    const result = recognise(text);
    expect(result.ok && result.candidates.map((found) => found.text)).toEqual([
      CAREFUL_BODY,
      REALTIME_CLEANED,
    ]);
  });

  it("gives up every credential", () => {
    const text = `curl 'https://u:${TOKEN}@a.b/reportEvent?token=${TOKEN}' -u me:${TOKEN} -b s=${TOKEN} \
      -H 'X-Optimove-Signature-Content: ${TOKEN}' -H 'Content-Type: application/json' -d ${posixQuote(REALTIME_BODY)}`;
    expect(JSON.stringify(recognise(text))).not.toContain(TOKEN);
    expect(only(text).notes).toEqual([
      "User name, query and fragment of the address were left out.",
      "Headers were left out: X-Optimove-Signature-Content, Content-Type. A signature fits only the bytes it was made for.",
      "Options were left out: --user, --cookie.",
      expect.stringContaining("tid"),
    ]);
  });

  it("says what would be sent differently from what the APIs take", () => {
    const notes = only(`curl -X PUT ${URL} -d ${posixQuote(CAREFUL_BODY)}`).notes.join("\n");
    expect(notes).toContain("PUT");
    expect(notes).toContain("does not send Content-Type: application/json");
    expect(only(`curl --json ${posixQuote(CAREFUL_BODY)}`).notes).toEqual([]);
  });

  it("joins fields that are given one by one", () => {
    const text = `curl ${URL} -d eid=1101 -d cid=a --data-urlencode 'context={"n": 1.0, "t":"a&b"}'`;
    expect(only(text)).toMatchObject({ kind: "form-urlencoded Realtime body in a cURL command" });
    expect(only(text).text).toContain('"context": {"n": 1.0, "t":"a&b"}');
  });

  it("takes an endpoint's word for a body that says nothing itself", () => {
    expect(only("curl https://a.b/reportEvent -d '{}'")).toMatchObject({ api: "realtime", text: "{}" });
  });

  it("finds a body that stands behind the command", () => {
    const text = `curl -d @- ${URL} <<EOF\n${CAREFUL_BODY}\nEOF\n`;
    expect(only(text).text).toBe(CAREFUL_BODY);
  });

  it.each([
    ["no body", `curl ${URL}`, "no body", 1, 1],
    ["a file", `curl ${URL} -d @body.json`, "body.json", 1, URL.length + 10],
    ["a multipart form", `curl -F a=b ${URL}`, "multipart", 1, 9],
    ["an open quote", `curl ${URL} \\\n -d '{"a"`, "never closed", 2, 5],
    ["no JSON", `curl ${URL} \\\n -d '{"tenant": 1,\n "event": x}'`, "not JSON", 3, 11],
  ])("that cannot be read is refused with the place: %s", (_case, text, reason, line, column) => {
    const result = recognise(text);
    if (result.ok) throw new Error("found something");
    expect(result.reason).toContain(reason);
    expect([result.position.line, result.position.column]).toEqual([line, column]);
  });
});

describe("a pasted PowerShell command", () => {
  it.each([
    ["a string", powerShellQuote(CAREFUL_BODY)],
    ["a literal string", `'${CAREFUL_BODY.replaceAll("'", "''")}'`],
    ["bytes", `([System.Text.Encoding]::UTF8.GetBytes(${powerShellQuote(CAREFUL_BODY)}))`],
    ["a here-string", `@'\r\n${CAREFUL_BODY}\r\n'@`],
  ])("gives the body and the address: %s", (_case, body) => {
    const text = `Invoke-WebRequest -UseBasicParsing -Uri "${URL}" \`\n-Method "POST" \`\n-Headers @{"a"="${TOKEN}"} \`\n-Body ${body}`;
    expect(only(text)).toMatchObject({ text: CAREFUL_BODY, form: "powershell", url: URL });
    expect(JSON.stringify(only(text))).not.toContain(TOKEN);
  });

  it("whose string is never closed is refused", () => {
    expect(recognise(`Invoke-RestMethod -Uri ${URL} -Body "abc`)).toMatchObject({
      ok: false,
      reason: "This quote is never closed.",
    });
  });
});
