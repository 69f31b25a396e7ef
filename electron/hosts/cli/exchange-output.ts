import type { Exchange, Header, Outcome, Timings } from "../../../shared/domain/exchange.ts";
import { phasesOf } from "../../../shared/answers/phases.ts";
import { countFindings, formatFindings } from "./findings-output.ts";
import { painterFor, printable, printableLines, type Colour, type Terminal } from "./terminal.ts";

const COLOURS = {
  accepted: "green",
  rejected: "red",
  unrecognised: "yellow",
  failed: "red",
  cancelled: "gray",
} as const satisfies Record<Outcome, Colour>;

export function formatOutcome(paint: (colour: Colour, text: string) => string, outcome: Outcome): string {
  return paint(COLOURS[outcome], outcome);
}

/** `2026-11-23 09:15:02.123`, UTC. */
export function formatTime(isoTime: string): string {
  return isoTime.replace("T", " ").replace("Z", "");
}

/** What came of a send, in a few lines: outcome and sentence, then what an engineer asks for next. */
export function formatExchange(terminal: Terminal, exchange: Exchange): string {
  const paint = painterFor(terminal, terminal.stdout);
  const { failure, findings, response } = exchange;
  const lines = [`${formatOutcome(paint, exchange.outcome)}: ${printable(exchange.message)}`];
  if (failure !== null) lines.push(printable(failure.nextStep));
  lines.push(...exchange.remarks.map((remark) => `Note: ${printable(remark)}`));
  lines.push(`POST ${printable(exchange.request.url)}`);
  if (response !== null) {
    const { httpVersion, status, statusText, byteLength } = response;
    lines.push(
      `HTTP/${httpVersion} ${status} ${printable(statusText)}`.trimEnd().concat(`, ${byteLength} bytes`),
    );
  }
  lines.push(formatTimings(exchange.timings), `Exchange ${exchange.id}, ${formatTime(exchange.sentAt)} UTC`);
  const { catalog } = exchange;
  if (catalog !== null) lines.push(`Checked against ${printable(catalog.name)}, version ${catalog.version}`);
  const findingLines = findings.length === 0 ? "" : formatFindings(terminal, findings);
  return `${lines.join("\n")}\n${findingLines}${countFindings(findings)}\n`;
}

/** Request and response of an exchange as they were, for reading. */
export function formatMessages(terminal: Terminal, { request, response }: Exchange): string {
  const paint = painterFor(terminal, terminal.stdout);
  const sent = [
    paint("bold", `POST ${printable(request.url)}`),
    ...request.headers.map(formatHeader),
    "",
    printableLines(request.text),
  ];
  if (response === null) return `${sent.join("\n")}\n`;
  const { body, bodyEncoding, httpVersion, status, statusText, truncated } = response;
  const received = [
    paint("bold", `HTTP/${httpVersion} ${status} ${printable(statusText)}`.trimEnd()),
    ...response.headers.map(formatHeader),
    "",
    printableLines(body),
    ...(bodyEncoding === "base64" ? ["(The body is not text; it is shown as base64.)"] : []),
    ...(truncated ? ["(The body is longer and was cut here.)"] : []),
  ];
  return `${sent.join("\n")}\n\n${received.join("\n")}\n`;
}

function formatHeader([name, value]: Header): string {
  return printable(`${name}: ${value}`);
}

/** `12.3 ms: connect 0.4, wait 11.2, receive 0.1` */
function formatTimings(timings: Timings): string {
  const { total } = timings;
  const parts = phasesOf(timings).map(
    ({ name, milliseconds }) => `${name.toLowerCase()} ${milliseconds.toFixed(1)}`,
  );
  return `${total.toFixed(1)} ms${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}
