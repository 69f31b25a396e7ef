import { DEFAULT_RULE_PROFILE } from "../../domain/tenant.ts";
import type { envelopeRules } from "../rules/envelope.ts";
import { optiEvent, realtime } from "./payloads.ts";
import { realtimeApi, stringEid, type RuleExample } from "./rule-example.ts";

const manyParameters = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`p_${index}`, index]));

/** Bodies that break each of the envelope rules. */
export const envelopeExamples: Record<keyof typeof envelopeRules, readonly RuleExample[]> = {
  "tenant.missing": [
    { text: optiEvent({ tenant: undefined }), path: "/tenant", at: "{" },
    { text: optiEvent({ tenant: null }), path: "/tenant", at: "null" },
  ],
  "tenant.not-integer": [
    { text: optiEvent({ tenant: "999" }), path: "/tenant", at: '"999"', fixed: '"tenant":999,' },
    { text: optiEvent().replace("999", "999.0"), path: "/tenant", at: "999.0", fixed: '"tenant":999,' },
    { text: optiEvent({ tenant: 9.5 }), path: "/tenant", at: "9.5" },
    { text: optiEvent({ tenant: -1 }), path: "/tenant", at: "-1" },
    { text: optiEvent({ tenant: "shop" }), path: "/tenant", at: '"shop"' },
  ],
  "tenant.mismatch": [{ text: optiEvent(), path: "/tenant", at: "999", options: { tenantNumber: 17 } }],
  "event.missing": [
    { text: optiEvent({ event: undefined }), path: "/event", at: "{" },
    { text: optiEvent({ event: " " }), path: "/event", at: '" "' },
  ],
  "event.not-string": [
    { text: optiEvent({ event: 1101 }), path: "/event", at: "1101", fixed: '"event":"newsletter_signup"' },
    { text: optiEvent({ event: true }), path: "/event", at: "true" },
  ],
  "event.unknown": [
    { text: optiEvent({ event: "newsletter_singup" }), path: "/event", at: '"newsletter_singup"' },
    { text: realtime({ eid: 4711 }), path: "/eid", at: "4711", options: realtimeApi },
  ],
  "event.not-for-api": [
    { text: optiEvent({ event: "page_view", context: {} }), path: "/event", at: '"page_view"' },
    { text: realtime({ eid: 1104, context: {} }), path: "/eid", at: "1104", options: realtimeApi },
  ],
  "event.too-many-parameters": [
    { text: optiEvent({ context: manyParameters }), path: "/context", at: "{", options: { catalog: null } },
  ],
  "token.missing": [
    { text: realtime({ tid: undefined }), path: "/tid", at: "{", options: realtimeApi },
    { text: realtime({ tid: "" }), path: "/tid", at: '""', options: realtimeApi },
    { text: realtime({ tid: 17 }), path: "/tid", at: "17", options: realtimeApi },
  ],
  "token.in-clear": [
    {
      text: realtime({ tid: "a".repeat(64) }),
      path: "/tid",
      at: `"${"a".repeat(64)}"`,
      options: realtimeApi,
    },
  ],
  "eid.missing": [
    { text: realtime({ eid: undefined }), path: "/eid", at: "{", options: realtimeApi },
    { text: realtime({ eid: "" }), path: "/eid", at: '""', options: realtimeApi },
  ],
  "eid.mismatch": [
    {
      text: realtime({ eid: "1101" }),
      path: "/eid",
      at: '"1101"',
      options: realtimeApi,
      severity: "warning",
      fixed: '"eid":1101,',
    },
    {
      text: realtime({ eid: 1101 }),
      path: "/eid",
      at: "1101",
      options: { ...realtimeApi, connection: stringEid },
      severity: "warning",
      fixed: '"eid":"1101"',
    },
    {
      text: realtime({ eid: "newsletter_signup" }),
      path: "/eid",
      at: '"newsletter_signup"',
      options: realtimeApi,
      fixed: '"eid":1101,',
    },
    { text: realtime({ eid: 11.5 }), path: "/eid", at: "11.5", options: realtimeApi },
  ],
  "identity.missing": [
    { text: optiEvent({ customer: undefined }), path: "/customer", at: "{" },
    { text: optiEvent({ customer: null }), path: "/customer", at: "{" },
    { text: realtime({ cid: undefined }), path: "/cid", at: "{", options: realtimeApi },
    {
      text: realtime({ cid: undefined, visitorId: "b449" }),
      path: "/cid",
      at: "{",
      options: realtimeApi,
      severity: "warning",
    },
  ],
  "identity.both": [
    { text: optiEvent({ visitor: "b449f7778d4981a5" }), path: "/visitor", at: '"visitor"' },
    {
      text: optiEvent({ visitor: "b449f7778d4981a5" }),
      path: "/visitor",
      at: '"visitor"',
      options: { ruleProfile: { ...DEFAULT_RULE_PROFILE, bothIdentities: "warning" } },
      severity: "warning",
    },
  ],
  "customer.invalid": [
    { text: optiEvent({ customer: "" }), path: "/customer", at: '""' },
    { text: optiEvent({ customer: "Undefined" }), path: "/customer", at: '"Undefined"' },
    { text: optiEvent({ customer: "id-undefine-7" }), path: "/customer", at: '"id-undefine-7"' },
    { text: optiEvent({ customer: "none" }), path: "/customer", at: '"none"' },
    { text: optiEvent({ customer: "null" }), path: "/customer", at: '"null"' },
    { text: optiEvent({ customer: true }), path: "/customer", at: "true" },
    { text: optiEvent({ customer: 4711 }), path: "/customer", at: "4711", fixed: '"customer":"4711"' },
    {
      text: optiEvent({ customer: null, visitor: "b449" }),
      path: "/customer",
      at: "null",
      fixed: '"newsletter_signup","timestamp"',
    },
    { text: realtime({ cid: "" }), path: "/cid", at: '""', options: realtimeApi },
  ],
  "customer.too-long": [
    { text: optiEvent({ customer: "c".repeat(201) }), path: "/customer", at: `"${"c".repeat(201)}"` },
  ],
  "visitor.invalid": [
    { text: optiEvent({ customer: undefined, visitor: " " }), path: "/visitor", at: '" "' },
    {
      text: optiEvent({ customer: undefined, visitor: 4711 }),
      path: "/visitor",
      at: "4711",
      fixed: '"visitor":"4711"',
    },
  ],
  "timestamp.missing": [
    { text: optiEvent({ timestamp: undefined }), path: "/timestamp", at: "{" },
    { text: optiEvent({ timestamp: "" }), path: "/timestamp", at: '""' },
  ],
  "timestamp.format": [
    {
      text: optiEvent({ timestamp: "2026-11-23 09:00:00 UTC" }),
      path: "/timestamp",
      at: '"2026-11-23 09:00:00 UTC"',
      fixed: '"timestamp":"2026-11-23 09:00:00.000 UTC"',
    },
    { text: optiEvent({ timestamp: "yesterday" }), path: "/timestamp", at: '"yesterday"' },
    { text: optiEvent({ timestamp: {} }), path: "/timestamp", at: "{}" },
  ],
  "timestamp.impossible": [
    {
      text: optiEvent({ timestamp: "2020-04-12 15:60:00.000 UTC" }),
      path: "/timestamp",
      at: '"2020-04-12 15:60:00.000 UTC"',
    },
    {
      text: optiEvent({ timestamp: "2026-02-30T10:00:00Z" }),
      path: "/timestamp",
      at: '"2026-02-30T10:00:00Z"',
    },
  ],
  "timestamp.no-zone": [
    {
      text: optiEvent({ timestamp: "2026-11-23 09:00:00.000" }),
      path: "/timestamp",
      at: '"2026-11-23 09:00:00.000"',
    },
  ],
  "timestamp.future": [
    {
      text: optiEvent({ timestamp: "2026-11-23T12:00:00Z" }),
      path: "/timestamp",
      at: '"2026-11-23T12:00:00Z"',
    },
  ],
  "timestamp.old": [
    {
      text: optiEvent({ timestamp: "2026-11-16T09:59:59Z" }),
      path: "/timestamp",
      at: '"2026-11-16T09:59:59Z"',
    },
  ],
};
