import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import type { Connection, Tenant } from "../../../shared/domain/tenant.ts";
import { carryOver, type CarryPlace } from "../../../shared/translate/carry-over.ts";
import { freePresetName } from "./preset-list.ts";

/** A tenant and one of its APIs, with the catalog that counts there. */
export type PresetPlace = {
  readonly tenant: Pick<Tenant, "id" | "name" | "tenantNumber">;
  readonly connection: Connection;
  readonly catalog: Catalog | null;
};

export type CopiedPresets = {
  readonly presets: readonly PresetInput[];
  /** What could not be taken along, by the preset's name. */
  readonly notCarried: readonly { readonly name: string; readonly path: string; readonly reason: string }[];
};

/** Presets as they are for another place: texts carried over as drafts are, names that are free there. */
export function copyPresets(
  presets: readonly Preset[],
  from: PresetPlace,
  to: PresetPlace,
  there: readonly Pick<Preset, "name">[],
): CopiedPresets {
  const names = [...there];
  const notCarried: { name: string; path: string; reason: string }[] = [];
  const copies = presets.map(({ savedAt: _savedAt, ...preset }): PresetInput => {
    const carried = carryOver({
      text: preset.text,
      eventKey: preset.eventKey,
      from: carryPlace(from),
      to: carryPlace(to),
    });
    const name = freePresetName(preset.name, names);
    names.push({ name });
    for (const { path, reason } of carried.notCarried) notCarried.push({ name, path, reason });
    return { ...preset, id: null, name, tenantId: to.tenant.id, api: to.connection.api, text: carried.text };
  });
  return { presets: copies, notCarried };
}

function carryPlace({ tenant, connection, catalog }: PresetPlace): CarryPlace {
  return { tenantName: tenant.name, tenantNumber: tenant.tenantNumber, connection, catalog };
}
