import type { documentRules } from "../rules/document.ts";
import { optiEvent, realtime, withParameters } from "./payloads.ts";
import { realtimeApi, signed, type RuleExample } from "./rule-example.ts";

const INNER = '{"email":"johndoe@domain.com","opt_in":true}';

/** Bodies that break each of the document rules. */
export const documentExamples: Record<keyof typeof documentRules, readonly RuleExample[]> = {
  "json.syntax": [
    { text: "{", path: "", at: "" },
    { text: '{"tenant": [999]', path: "", at: "" },
    { text: '{"a":1,}', path: "", at: "," },
  ],
  "json.duplicate-key": [
    { text: optiEvent().replace("{", '{"tenant":1,'), path: "/tenant", at: '"tenant"' },
    {
      text: optiEvent().replace('"opt_in":', '"opt_in":true,"opt_in":'),
      path: "/context/opt_in",
      at: '"opt_in"',
    },
  ],
  "encoding.byte-order-mark": [{ text: `\uFEFF${optiEvent()}`, path: "", at: "\uFEFF", fixed: optiEvent() }],
  "encoding.double": [
    { text: JSON.stringify(optiEvent()), path: "", at: JSON.stringify(optiEvent()), fixed: optiEvent() },
    {
      text: JSON.stringify(JSON.stringify(optiEvent())),
      path: "",
      at: JSON.stringify(JSON.stringify(optiEvent())),
      fixed: optiEvent(),
    },
    { text: optiEvent({ context: INNER }), path: "/context", at: JSON.stringify(INNER), fixed: optiEvent() },
  ],
  "encoding.lone-surrogate": [
    { text: withParameters({ nick: "\ud83d" }), path: "/context/nick", at: '"\\ud83d"' },
  ],
  "number.unsafe": [
    {
      text: optiEvent().replace("true", "12345678901234567890"),
      path: "/context/opt_in",
      at: "12345678901234567890",
    },
    { text: optiEvent().replace("true", "1e400"), path: "/context/opt_in", at: "1e400" },
  ],
  "signature.not-canonical": [
    { text: `${optiEvent()}\n`, path: "", at: "{", options: { connection: signed } },
    {
      text: withParameters({ page: "https:@" }).replace("@", "\\/\\/a.example"),
      path: "",
      at: "{",
      options: { connection: signed },
    },
    {
      text: withParameters({ amount: 5 }).replace("5}", "5.00}"),
      path: "",
      at: "{",
      options: { connection: signed },
    },
  ],
  "envelope.not-object": [
    { text: "[]", path: "", at: "[]" },
    { text: "null", path: "", at: "null" },
    { text: `[${optiEvent()}]`, path: "", at: `[${optiEvent()}]` },
  ],
  "envelope.other-api": [
    { text: realtime(), path: "", at: "{" },
    { text: optiEvent(), path: "", at: "{", options: realtimeApi },
  ],
  "envelope.unknown-field": [
    { text: optiEvent({ origin: "sdk" }), path: "/origin", at: '"origin"' },
    {
      text: realtime({ timestamp: "2026-11-23" }),
      path: "/timestamp",
      at: '"timestamp"',
      options: realtimeApi,
    },
  ],
};
