import type { Preset } from "../../../shared/domain/preset.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";

/**
 * The preset of a name or id among a tenant's. Event and API tell presets of one name apart. Codes: `preset.not-found`,
 * `preset.ambiguous`.
 */
export function findPreset(
  presets: readonly Preset[],
  wanted: { readonly name: string; readonly eventKey: string | null; readonly api: Api | null },
): Result<Preset> {
  const { name, eventKey, api } = wanted;
  const found = presets.filter(
    (preset) =>
      (preset.name === name || preset.id === name) &&
      (eventKey === null || preset.eventKey === eventKey) &&
      (api === null || preset.api === api),
  );
  const [first, ...others] = found;
  if (first === undefined) {
    const narrowed = [
      eventKey === null ? "" : ` of the event "${eventKey}"`,
      api === null ? "" : ` for ${api}`,
    ];
    return failure(
      "preset.not-found",
      `The tenant has no preset "${name}"${narrowed.join("")}. "presets list" shows what there is.`,
    );
  }
  if (others.length === 0) return success(first);
  const which = found.map((preset) => `${preset.eventKey} (${preset.api}, id ${preset.id})`).join("; ");
  return failure(
    "preset.ambiguous",
    `${found.length} presets are called "${name}": ${which}. Name one with --event and --api, or by its id.`,
  );
}
