import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { PresetCallName } from "../../../shared/contract/preset-calls.ts";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { tenantNotFound } from "../tenants/tenant-changes.ts";
import type { Services } from "./services.ts";

type PresetHandlers = Pick<Handlers, PresetCallName>;

export function createPresetHandlers({ workspace, events, presetRuns }: Services): PresetHandlers {
  const { presets, tenants } = workspace;
  const announce = (changed: readonly Preset[]) => {
    for (const tenantId of new Set(changed.map((preset) => preset.tenantId))) {
      events.emit("presets.changed", { tenantId });
    }
  };

  function saveAll(inputs: readonly PresetInput[]): Result<Preset[]> {
    const missing = inputs.find(({ tenantId }) => tenants.get(tenantId) === null);
    if (missing !== undefined) return tenantNotFound(missing.tenantId);
    const all: Preset[] = [];
    for (const input of inputs) {
      const saved = presets.save({ ...input, id: input.id ?? randomUUID() });
      if (!saved.ok) {
        announce(all);
        return saved;
      }
      all.push(saved.value);
    }
    announce(all);
    return success(all);
  }

  function removeAll(ids: readonly string[]): Result<Preset[]> {
    const all: Preset[] = [];
    for (const id of ids) {
      const removed = presets.remove(id);
      if (!removed.ok) {
        announce(all);
        return removed;
      }
      if (removed.value !== null) all.push(removed.value);
    }
    announce(all);
    return success(all);
  }

  return {
    "presets.list": ({ tenantId }) => success([...presets.list(tenantId)]),
    "presets.save": (input) => saveAll(input.presets),
    "presets.remove": ({ ids }) => removeAll(ids),
    "presets.run": ({ ids, perSecond }, { windowId }) => presetRuns.start(ids, perSecond, windowId),
    "presets.results": ({ tenantId }) => success(presetRuns.results(tenantId)),
    "presets.cancel": ({ runId }) => success({ wasRunning: presetRuns.cancel(runId) }),
  };
}
