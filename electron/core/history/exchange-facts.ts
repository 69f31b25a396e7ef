import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { HasChoice } from "../../../shared/history-query/facets.ts";

/** The bits of the column `has`, by what `has:` asks for. They are stored: new ones are added at the end. */
const BITS = [
  "answer",
  "event",
  "identity",
  "tenant",
  "reference",
  "findings",
  "errors",
  "warnings",
  "remarks",
  "failure",
  "expectation",
  "preset",
  "run",
] as const satisfies readonly HasChoice[];

/** 0 for what is not in the record but beside it. */
export function bitOf(choice: HasChoice): number {
  const index = BITS.findIndex((bit) => bit === choice);
  return index === -1 ? 0 : 1 << index;
}

type Facts = Omit<Exchange, "request" | "response"> & { readonly hasAnswer: boolean };

export function hasBits(exchange: Facts): number {
  const { findings } = exchange;
  const has: Readonly<Record<(typeof BITS)[number], boolean>> = {
    answer: exchange.hasAnswer,
    event: exchange.event !== null,
    identity: exchange.identity !== null,
    tenant: exchange.tenant !== null,
    reference: exchange.reference !== null,
    findings: findings.length > 0,
    errors: findings.some(({ severity }) => severity === "error"),
    warnings: findings.some(({ severity }) => severity === "warning"),
    remarks: exchange.remarks.length > 0,
    failure: exchange.failure !== null,
    expectation: exchange.expected !== null,
    preset: exchange.presetId !== null,
    run: exchange.run !== null,
  };
  return BITS.reduce((bits, bit, index) => (has[bit] ? bits | (1 << index) : bits), 0);
}

/** Rules and vendor codes of the findings, each once: `rule a\ncode 12\n...`, empty where there are none. */
export function ruleText(findings: Exchange["findings"]): string {
  if (findings.length === 0) return "";
  const rules = findings.map(({ rule }) => `rule ${rule}`);
  const codes = findings.flatMap(({ code }) => (code === null ? [] : [`code ${code}`]));
  return [...new Set([...rules, ...codes])].sort().join("\n");
}
