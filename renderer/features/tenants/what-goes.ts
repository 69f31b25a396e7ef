import type { TenantDependents } from "../../../shared/contract/tenant-calls.ts";
import { formatCount } from "../../ui/quantities.ts";

/** What is lost with a tenant and what stays of it, in sentences. */
export function whatGoes({ drafts, presets, values, secrets, exchanges }: TenantDependents): string {
  const parts = [
    { count: drafts, text: formatCount(drafts, "draft", "drafts") },
    { count: presets, text: formatCount(presets, "preset", "presets") },
    { count: values, text: formatCount(values, "variable or pinned value", "variables and pinned values") },
    { count: secrets, text: formatCount(secrets, "secret", "secrets") },
  ].filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const named = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts.map(({ text }) => text));
  const goes =
    total === 0
      ? "Nothing of yours hangs on it: no drafts, presets, variables or secrets."
      : `${named} ${total === 1 ? "goes" : "go"} with it.`;
  return exchanges === 0
    ? goes
    : `${goes} ${formatCount(exchanges, "exchange stays", "exchanges stay")} in the history as evidence.`;
}
