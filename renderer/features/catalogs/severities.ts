import type { Severity } from "../../../shared/domain/finding.ts";

/** The most serious first. */
export const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

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
