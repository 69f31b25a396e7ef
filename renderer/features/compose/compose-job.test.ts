import { expect, test } from "vitest";
import { connectionSchema, DEFAULT_RULE_PROFILE } from "../../../shared/domain/tenant.ts";
import { composeJob, MOST_FINDINGS, type ComposeJob } from "./compose-job.ts";

const context = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`unknown_${index}`, {}]));
const job: ComposeJob = {
  text: JSON.stringify({ tenant: 999, event: "login", customer: "c", timestamp: "{{$now}}", context }),
  connection: connectionSchema.parse({ api: "optievent", endpoint: "gateway:local" }),
  url: "http://127.0.0.1/optievent",
  tenantNumber: 999,
  catalog: { format: "optievent-catalog/1", name: "Demo", events: [{ key: "login", parameters: [] }] },
  ruleProfile: DEFAULT_RULE_PROFILE,
  variables: {},
  now: new Date("2026-11-23T10:00:00.000Z"),
  seed: 1,
};

test("the most serious findings are handed over, and all are counted", () => {
  const { composed, findingCount, errorCount } = composeJob(job);
  expect(composed.findings).toHaveLength(MOST_FINDINGS);
  expect(composed.requestFindings).toHaveLength(MOST_FINDINGS);
  expect(new Set(composed.findings.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  expect(errorCount).toBe(2_000);
  expect(findingCount).toBeGreaterThan(4_000);
});

test("generated values keep still while the seed does", () => {
  const generated = { ...job, text: '{"event":"login","context":{"a":"{{$guid}}"}}' };
  expect(composeJob(generated).composed.text).toBe(composeJob(generated).composed.text);
  expect(composeJob({ ...generated, seed: 2 }).composed.text).not.toBe(composeJob(generated).composed.text);
});
