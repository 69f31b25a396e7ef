import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import { isAsExpected, whyUnexpected } from "../../../shared/presets/as-expected.ts";
import type { DryRun } from "../../core/send/types.ts";
import { formatExchange } from "./exchange-output.ts";
import { countFindings, formatFindings, printedFinding } from "./findings-output.ts";
import { painterFor, printable, printableLines, printJson, type Terminal } from "./terminal.ts";

/** What came of a send, as the one JSON document or for people. */
export function printExchange(
  terminal: Terminal,
  exchange: Exchange,
  preset: Preset | null,
  asJson: boolean,
): void {
  if (!asJson) {
    const expectation = preset === null ? "" : formatExpectation(terminal, exchange, preset);
    terminal.stdout.write(`${formatExchange(terminal, exchange)}${expectation}`);
    return;
  }
  const { id, outcome, reference, message, timings, findings, response } = exchange;
  printJson(terminal, {
    id,
    outcome,
    http: { status: response?.status ?? null },
    reference,
    message,
    timings,
    findings: findings.map(printedFinding),
    ...(preset === null ? {} : printedPreset(exchange, preset)),
  });
}

function printedPreset(exchange: Exchange, { id, name, negative, expected }: Preset) {
  return {
    preset: { id, name, negative },
    expected,
    asExpected: isAsExpected(expected, exchange),
  };
}

/** `As expected: rejected, identity.missing`, or what of it was not met. */
function formatExpectation(terminal: Terminal, exchange: Exchange, { expected }: Preset): string {
  const paint = painterFor(terminal, terminal.stdout);
  const why = whyUnexpected(expected, {
    outcome: exchange.outcome,
    rules: exchange.findings.map(({ rule }) => rule),
  });
  if (why !== null) return `${paint("red", `Not as expected: ${printable(why)}.`)}\n`;
  const rule = expected.rule === null ? "" : `, ${printable(expected.rule)}`;
  return `${paint("green", `As expected: ${expected.outcome}${rule}.`)}\n`;
}

/** What would be sent, secrets as references. */
export function printDryRun(terminal: Terminal, dryRun: DryRun, asJson: boolean): void {
  const { method, url, headers, body, findings } = dryRun;
  if (asJson) {
    const named = Object.fromEntries(headers);
    printJson(terminal, { method, url, headers: named, body, findings: findings.map(printedFinding) });
    return;
  }
  const paint = painterFor(terminal, terminal.stdout);
  const lines = [
    paint("bold", `${method} ${printable(url)}`),
    ...headers.map(([name, value]) => printable(`${name}: ${value}`)),
    "",
    printableLines(body),
    "",
  ];
  const findingLines = findings.length === 0 ? "" : formatFindings(terminal, findings);
  terminal.stdout.write(`${lines.join("\n")}\n${findingLines}${countFindings(findings)}\n`);
}
