import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { DryRun } from "../../core/send/types.ts";
import { formatExchange } from "./exchange-output.ts";
import { countFindings, formatFindings, printedFinding } from "./findings-output.ts";
import { painterFor, printable, printableLines, printJson, type Terminal } from "./terminal.ts";

/** What came of a send, as the one JSON document or for people. */
export function printExchange(terminal: Terminal, exchange: Exchange, asJson: boolean): void {
  if (!asJson) {
    terminal.stdout.write(formatExchange(terminal, exchange));
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
  });
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
