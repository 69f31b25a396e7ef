import type { Severity } from "../../../shared/domain/finding.ts";

/** The most serious first. */
export const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

export const SEVERITY_WORDS = {
  error: { one: "error", many: "errors" },
  warning: { one: "warning", many: "warnings" },
  info: { one: "note", many: "notes" },
} as const satisfies Record<Severity, { readonly one: string; readonly many: string }>;

const TONES = { error: "danger", warning: "warning", info: "info" } as const satisfies Record<
  Severity,
  string
>;

export function severityTone(severity: Severity): "danger" | "warning" | "info" {
  return TONES[severity];
}

/** Of no findings, information. */
export function mostSerious(findings: readonly { readonly severity: Severity }[]): Severity {
  return SEVERITY_ORDER.find((one) => findings.some(({ severity }) => severity === one)) ?? "info";
}
