import type { contextRules } from "../rules/context.ts";
import { optiEvent, realtime, withParameters } from "./payloads.ts";
import { realtimeApi, type RuleExample } from "./rule-example.ts";

/** Bodies that break each of the context rules. */
export const contextExamples: Record<keyof typeof contextRules, readonly RuleExample[]> = {
  "context.missing": [
    { text: optiEvent({ context: undefined }), path: "/context", at: "{" },
    { text: realtime({ context: undefined }), path: "/context", at: "{", options: realtimeApi },
  ],
  "context.not-object": [
    { text: optiEvent({ context: [] }), path: "/context", at: "[]" },
    { text: optiEvent({ context: null }), path: "/context", at: "null" },
    { text: optiEvent({ context: "email" }), path: "/context", at: '"email"' },
  ],
  "parameter.unknown": [{ text: withParameters({ colour: "red" }), path: "/context/colour", at: '"colour"' }],
  "parameter.missing": [
    { text: optiEvent({ context: { opt_in: true } }), path: "/context/email", at: "{" },
    { text: withParameters({ email: "" }), path: "/context/email", at: '""' },
    { text: withParameters({ opt_in: null }), path: "/context/opt_in", at: "null" },
  ],
  "value.too-long": [
    {
      text: withParameters({ page: `https://a.example/${"x".repeat(250)}` }),
      path: "/context/page",
      at: `"https://a.example/${"x".repeat(250)}"`,
    },
    {
      text: withParameters({ other: "x".repeat(4001) }),
      path: "/context/other",
      at: `"${"x".repeat(4001)}"`,
      severity: "error",
    },
    { text: withParameters({ nick: "sixsix" }), path: "/context/nick", at: '"sixsix"', severity: "error" },
  ],
  "value.wrong-type": [
    {
      text: withParameters({ opt_in: "true" }),
      path: "/context/opt_in",
      at: '"true"',
      fixed: '"opt_in":true',
    },
    { text: withParameters({ opt_in: "Yes" }), path: "/context/opt_in", at: '"Yes"', fixed: '"opt_in":true' },
    { text: withParameters({ opt_in: 0 }), path: "/context/opt_in", at: "0", fixed: '"opt_in":false' },
    { text: withParameters({ opt_in: "maybe" }), path: "/context/opt_in", at: '"maybe"' },
    {
      text: withParameters({ amount: "100.00" }),
      path: "/context/amount",
      at: '"100.00"',
      fixed: '"amount":100.00',
    },
    { text: withParameters({ amount: "1,000" }), path: "/context/amount", at: '"1,000"' },
    { text: withParameters({ amount: "$5" }), path: "/context/amount", at: '"$5"' },
    { text: withParameters({ nick: 12 }), path: "/context/nick", at: "12", fixed: '"nick":"12"' },
    { text: withParameters({ nick: null }), path: "/context/nick", at: "null", fixed: '"opt_in":true}' },
    {
      text: withParameters({ event_native_mobile: "false" }),
      path: "/context/event_native_mobile",
      at: '"false"',
      fixed: '"event_native_mobile":false',
    },
    {
      text: withParameters({ event_os: 17 }),
      path: "/context/event_os",
      at: "17",
      options: { catalog: null },
      fixed: '"event_os":"17"',
    },
  ],
  "value.nested": [
    { text: withParameters({ nick: {} }), path: "/context/nick", at: "{}" },
    {
      text: withParameters({ products: [1] }),
      path: "/context/products",
      at: "[1]",
      options: { catalog: null },
    },
  ],
  "value.not-allowed": [
    { text: withParameters({ source: "letter" }), path: "/context/source", at: '"letter"' },
  ],
  "value.out-of-range": [
    { text: withParameters({ amount: -1 }), path: "/context/amount", at: "-1" },
    { text: withParameters({ amount: 1001 }), path: "/context/amount", at: "1001" },
    { text: withParameters({ amount: "1001" }), path: "/context/amount", at: '"1001"' },
  ],
  "email.invalid": [
    { text: withParameters({ email: "johndoe@domain" }), path: "/context/email", at: '"johndoe@domain"' },
  ],
  "url.invalid": [
    { text: withParameters({ page: "www.example.com" }), path: "/context/page", at: '"www.example.com"' },
  ],
  "date-time.invalid": [
    {
      text: withParameters({ born_at: "2000-02-30T00:00:00Z" }),
      path: "/context/born_at",
      at: '"2000-02-30T00:00:00Z"',
    },
  ],
  "number.decimal": [{ text: withParameters({ amount: 9.99 }), path: "/context/amount", at: "9.99" }],
  "name.case": [
    {
      text: optiEvent({ event: "Newsletter_Signup" }),
      path: "/event",
      at: '"Newsletter_Signup"',
      fixed: '"event":"newsletter_signup"',
    },
    {
      text: withParameters({ Source: "footer" }),
      path: "/context/Source",
      at: '"Source"',
      fixed: '"source":"footer"',
    },
    { text: withParameters({ source: "footer", Source: "footer" }), path: "/context/Source", at: '"Source"' },
    {
      text: optiEvent({ tenant: undefined, Tenant: 999 }),
      path: "/Tenant",
      at: '"Tenant"',
      fixed: '"tenant":999',
    },
  ],
  "name.style": [
    {
      text: optiEvent({ event: "Checkout_Completed", context: {} }),
      path: "/event",
      at: '"Checkout_Completed"',
    },
    { text: withParameters({ "two words": 1 }), path: "/context/two words", at: '"two words"' },
    {
      text: withParameters({ two__marks: 1 }),
      path: "/context/two__marks",
      at: '"two__marks"',
      options: { catalog: null },
    },
  ],
};
