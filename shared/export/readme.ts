import type { FoundKind } from "./redaction/replace-values.ts";
import type { ExportContext } from "./types.ts";

export type ReadmeInput = Pick<ExportContext, "exportedAt" | "app" | "redaction"> & {
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly counts: readonly (readonly [name: string, count: number])[];
  /** The server's clock less this machine's, in milliseconds, as the answers had it; null where none said so. */
  readonly clockOffsetMs: { readonly least: number; readonly most: number } | null;
  /** ISO-8601 UTC of the first and last exchange. */
  readonly period: { readonly from: string; readonly until: string } | null;
  /** How often what was replaced, in each of the files. */
  readonly replaced: {
    readonly withSecrets: number;
    readonly withheld: number;
    readonly occurrences: readonly (readonly [kind: FoundKind, count: number])[];
  };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
};

const WHAT: Readonly<Record<string, string>> = {
  "exchanges.html": "to read and search in a browser, without a network",
  "exchanges.har": "HTTP Archive 1.2, for browsers' developer tools and other readers of HAR",
  "exchanges.ndjson": "the records themselves, one a line, to import into another console",
};

/** The text that goes with a support bundle: what is in it, where it was made, and what was taken out. */
export function bundleReadme(input: ReadmeInput): string {
  const { app, exportedAt, period, clockOffsetMs } = input;
  const offset =
    clockOffsetMs === null
      ? "not known: no answer had a date"
      : `from ${clockOffsetMs.least} to ${clockOffsetMs.most} ms (the server's clock less this machine's, to the second)`;
  return [
    "Exchanges with Optimove: support bundle",
    "",
    `Made ${exportedAt} by ${app.name} ${app.version}.`,
    ...(period === null ? [] : [`The exchanges are from ${period.from} to ${period.until}.`]),
    "",
    "Files",
    ...input.files.map(
      ({ name, bytes, sha256 }) =>
        `  ${name}  ${bytes} bytes\n    ${WHAT[name] ?? ""}\n    SHA-256 ${sha256}`,
    ),
    "  SHA256SUMS: the same for the command  sha256sum -c SHA256SUMS",
    "",
    "Counts",
    ...input.counts.map(([name, count]) => `  ${name}: ${count}`),
    "",
    "Where it was made",
    ...input.environment.map(([name, value]) => `  ${name}: ${value}`),
    `  Clock offset: ${offset}`,
    "",
    "What was taken out",
    ...input.redaction.map((sentence) => `  ${sentence}`),
    ...replacedLines(input.replaced),
    "",
  ].join("\n");
}

const FOUND: Readonly<Record<FoundKind, string>> = {
  identity: "customer and visitor ids replaced",
  email: "email addresses replaced",
  context: "values of parameters masked",
};

function replacedLines({ withSecrets, withheld, occurrences }: ReadmeInput["replaced"]): string[] {
  const lines = [
    `exchanges with a secret, by reference only: ${withSecrets}`,
    ...occurrences.map(([kind, count]) => `${FOUND[kind]}: ${count} places`),
    ...(withheld === 0 ? [] : [`answers whose body is left out: ${withheld}`]),
  ];
  return lines.map((line) => `  ${line}`);
}
