import type { Finding } from "../../../shared/domain/finding.ts";
import { formatTable } from "./table.ts";
import { painterFor, printable, type Colour, type Terminal } from "./terminal.ts";

/** A finding as `--json` prints it. */
export type PrintedFinding = Pick<Finding, "rule" | "code" | "severity" | "path" | "message" | "source">;

export function printedFinding(finding: Finding): PrintedFinding {
  const { rule, code, severity, path, message, source } = finding;
  return { rule, code, severity, path, message, source };
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

const COLOURS = { error: "red", warning: "yellow", info: "gray" } as const satisfies Record<
  Finding["severity"],
  Colour
>;

/** A line for each finding: severity, place, rule with the vendor's code, sentence. */
export function formatFindings(terminal: Terminal, findings: readonly Finding[]): string {
  const paint = painterFor(terminal, terminal.stdout);
  const table = formatTable(
    findings.map((finding) => [
      finding.severity,
      placeOf(finding),
      finding.code === null ? finding.rule : `${finding.rule} (${finding.code})`,
      printable(finding.message),
    ]),
  );
  // Painted after the columns are aligned, because colours have no width.
  return table
    .split("\n")
    .map((line, index) => {
      const severity = findings[index]?.severity;
      return severity === undefined ? line : line.replace(severity, paint(COLOURS[severity], severity));
    })
    .join("\n");
}

function placeOf(finding: Finding): string {
  const path = printable(finding.path === "" ? "(body)" : finding.path);
  const { position } = finding;
  return position === undefined ? path : `${position.line}:${position.column} ${path}`;
}

/** `2 errors, 1 warning` */
export function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"], one: string, many: string) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [
    ...count("error", "error", "errors"),
    ...count("warning", "warning", "warnings"),
    ...count("info", "note", "notes"),
  ];
  return parts.length === 0 ? "no findings" : parts.join(", ");
}
