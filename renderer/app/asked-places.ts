import type { Screen, SettingsSection } from "./screens.ts";

type Place = { readonly screen: Exclude<Screen, "settings"> } | { readonly section: SettingsSection };

/** What a screen can be asked to open from anywhere, and where it is opened. The screen may have to be made first. */
export const ASKED_AT = {
  "catalog.import": { screen: "catalogs" },
  "catalog.export": { screen: "catalogs" },
  "catalog.new": { screen: "catalogs" },
  "catalog.details": { screen: "catalogs" },
  "catalog.tenants": { screen: "catalogs" },
  "catalog.remove": { screen: "catalogs" },
  "history.import": { screen: "history" },
  "history.export": { screen: "history" },
  "history.verify": { section: "history" },
  "tenants.add": { section: "tenants" },
  "tenants.import": { section: "tenants" },
  "vault.create": { section: "vault" },
  "vault.passphrase": { section: "vault" },
  "vault.recovery-key": { section: "vault" },
} as const satisfies Record<string, Place>;

export type Asked = keyof typeof ASKED_AT;
