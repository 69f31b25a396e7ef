import type { Preset, PresetResults } from "../../../shared/domain/preset.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { useMemo } from "react";
import { useCall } from "../../host/queries.ts";

const NO_PRESETS: readonly Preset[] = [];

/** The presets of a tenant and API, by group and name; none while they are being read. */
export function usePresets(tenantId: string, api: Api): readonly Preset[] {
  const { data } = useCall("presets.list", { tenantId });
  return useMemo(() => data?.filter((preset) => preset.api === api) ?? NO_PRESETS, [data, api]);
}

const NO_RESULTS: PresetResults = { run: null, rows: [] };

/** What the tenant's presets came to, and the run that goes on, else the last one. */
export function usePresetResults(tenantId: string): PresetResults {
  return useCall("presets.results", { tenantId }).data ?? NO_RESULTS;
}
