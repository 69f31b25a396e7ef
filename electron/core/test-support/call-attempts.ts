import { demoCatalog } from "../../../shared/demo/demo-catalog.ts";
import type { CallInput, CallName } from "../../../shared/contract/calls.ts";
import type { PresetInput } from "../../../shared/domain/preset.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";

/** An event that the demo catalog has and that nothing is wrong with. */
export const ATTEMPT_TEXT =
  '{"tenant":3013,"event":"login","customer":"c","timestamp":"{{$now}}","context":{}}';

const nothing: Record<string, never>[] = [{}];

/** Tenants and what else the attempts are about; both tenants are in the workspace. */
export type AttemptSubjects = {
  readonly retail: Tenant;
  readonly vendor: Tenant;
  readonly passphrase: string;
};

/**
 * What each call of the contract is tried with, where something must hold for every call. A call that is added does not compile
 * until it is tried too.
 */
// oxlint-disable-next-line eslint/max-lines-per-function -- It is a table.
export function callAttempts({ retail, vendor, passphrase }: AttemptSubjects): {
  readonly [Name in CallName]: readonly CallInput<Name>[];
} {
  const { id: _own, ...portable } = retail;
  const file = JSON.stringify({ format: "optievent-tenants/1", tenants: [portable] });
  const draft = { tenantId: "retail", api: "optievent", eventKey: "login", text: ATTEMPT_TEXT } as const;
  const send = {
    sendId: "s",
    api: "optievent",
    text: ATTEMPT_TEXT,
    eventKey: "login",
    draftId: null,
  } as const;
  return {
    "app.info": nothing,
    "app.dismissNotice": [{ id: "x" }],
    "app.chooseFile": [{ purpose: "pem" }],
    "settings.get": nothing,
    "settings.update": [{ lastTenantId: "retail" }, { guardIdleMinutes: 480 }, { guardMethod: "hold" }],
    "tenants.list": nothing,
    "catalogs.list": nothing,
    "catalogs.get": [{ id: "demo" }],
    "catalogs.create": [{ catalog: demoCatalog }],
    "catalogs.save": [{ id: "demo", baseVersion: 1, catalog: { ...demoCatalog, name: "Other" } }],
    "catalogs.duplicate": [{ id: "demo" }],
    "catalogs.remove": [{ id: "demo" }],
    "catalogs.removed": nothing,
    "catalogs.restore": [{ id: "demo" }],
    "catalogs.forget": [{ id: "demo" }],
    "catalogs.versions": [{ id: "demo" }],
    "catalogs.version": [{ id: "demo", version: 1 }],
    "catalogs.restoreVersion": [{ id: "demo", version: 1, baseVersion: 2 }],
    "catalogs.coverage": [{ id: "demo", tenantId: null }],
    "catalogs.exportCoverage": [{ id: "demo", tenantId: "retail", format: "csv" }],
    "catalogs.export": [{ id: "demo", format: "md", since: 1 }],
    "catalogs.links": nothing,
    "catalogs.link": [{ id: "demo", source: { kind: "path", path: "/nowhere/demo.json" } }],
    "catalogs.unlink": [{ id: "demo" }],
    "catalogs.linkedFile": [{ id: "demo" }],
    "catalogs.takeFromFile": [{ id: "demo", hash: "0".repeat(64), baseVersion: 1, catalog: null }],
    "catalogs.writeToFile": [{ id: "demo", hash: null }],
    "catalogs.edits": [{ id: "demo" }],
    "catalogs.keepEdits": [{ id: "demo", edits: null, window: "w", readMark: null }],
    "export.preview": [{ taskId: "t", selection: { kind: "ids", ids: [] }, profile: "masked" }],
    "export.start": [{ taskId: "t", selection: { kind: "ids", ids: [] }, format: "har", profile: "none" }],
    "export.cancel": [{ taskId: "t" }],
    "import.begin": [{ fileName: "x.har", byteLength: 2 }],
    "import.append": [{ importId: "i", base64: "e30=" }],
    "import.preview": [{ importId: "i" }],
    "import.commit": [{ importId: "i" }],
    "import.discard": [{ importId: "i" }],
    "app.saveText": [{ suggestedName: "problems.csv", mimeType: "text/csv", text: "a,b" }],
    "drafts.list": [{ tenantId: "retail" }],
    "drafts.steps": [{ id: "x" }],
    "drafts.save": [draft],
    "drafts.remove": [{ id: "x" }],
    "presets.list": [{ tenantId: "retail" }],
    "presets.save": [{ presets: [presetOf("retail"), presetOf("vendor")] }],
    "presets.remove": [{ ids: ["x"] }],
    "presets.run": [
      { ids: ["preset of retail"], perSecond: null },
      { ids: ["preset of vendor"], perSecond: 5 },
    ],
    "presets.results": [{ tenantId: "retail" }],
    "presets.cancel": [{ runId: "x" }],
    "values.get": [{ tenantId: "retail" }],
    "values.save": [
      {
        tenantId: "retail",
        variables: [{ name: "who", value: "c" }],
        pinned: [{ name: "p", valueText: "1" }],
      },
    ],
    "exchange.send": [
      { ...send, tenantId: "retail" },
      { ...send, tenantId: "vendor" },
    ],
    "exchange.cancel": [{ sendId: "s" }],
    "history.page": [{ limit: 10 }],
    "history.count": nothing,
    "history.facets": [{ facets: ["outcome"] }],
    "history.series": nothing,
    "history.status": nothing,
    "history.get": [{ id: "x" }],
    "history.body": [{ id: "x", from: 0 }],
    "history.saveBody": [{ id: "x" }],
    "history.annotation": [{ id: "x" }],
    "history.annotate": [{ ids: ["x"], pinned: true }],
    "history.previewRemoval": [{ selection: { kind: "ids", ids: ["x"] } }],
    "history.annotateAll": [{ selection: { kind: "ids", ids: ["x"] }, pinned: true }],
    "history.remove": [{ selection: { kind: "ids", ids: ["x"] }, count: 1 }],
    "history.retention": nothing,
    "history.setRetention": [{ maximumCount: 5 }],
    "history.previewRetention": [{ maximumCount: 5 }],
    "history.applyRetention": [{ count: 1 }],
    "history.verify": [{ taskId: "t" }],
    "history.stop": [{ taskId: "t" }],
    "history.views": nothing,
    "history.saveView": [{ id: "v", name: "Refused", text: "outcome:rejected" }],
    "history.removeView": [{ id: "v" }],
    "guard.chooseTenant": [{ tenantId: "retail" }],
    "guard.request": [
      { tenantId: "retail" },
      { tenantId: "vendor" },
      { tenantId: "retail", run: { eventCount: 3, perSecond: 1 } },
    ],
    "guard.approve": [{ challengeId: "guessed", typedName: "Retail EU" }],
    "tenants.create": [{ ...portable, name: "Another" }],
    "tenants.update": [retail, vendor],
    "tenants.duplicate": [{ id: "retail" }],
    "tenants.dependents": [{ id: "retail" }],
    "tenants.remove": [{ id: "retail", typedName: "wrong" }],
    "tenants.removed": nothing,
    "tenants.restore": [{ id: "retail" }],
    "tenants.export": [{ ids: null }],
    "tenants.previewImport": [{ text: file }],
    "tenants.import": [{ text: file }],
    "connections.test": [{ tenantId: "retail", api: "optievent" }],
    "secrets.set": [{ tenantId: "retail", slot: "optievent", value: "0123456789abcdef" }],
    "secrets.clear": [{ tenantId: "retail", slot: "optievent" }],
    "signature.compute": [{ tenantId: "retail", text: ATTEMPT_TEXT }],
    "signature.verify": [{ tenantId: "retail", body: ATTEMPT_TEXT, signature: "00" }],
    "customerId.encrypt": [{ tenantId: "retail", customerId: "c" }],
    "customerId.decrypt": [{ tenantId: "retail", encrypted: "c" }],
    "customerId.visitorId": [{ customerId: "c" }],
    "vault.status": nothing,
    "vault.createWithPassphrase": [{ passphrase }],
    "vault.createWithKeychain": nothing,
    "vault.addKeychain": nothing,
    "vault.unlock": [{ passphrase }],
    "vault.retry": nothing,
    "vault.changePassphrase": [{ current: passphrase, next: passphrase }],
    "vault.exportRecoveryKey": [{ passphrase }],
    "vault.restoreWithRecoveryKey": [{ recoveryKey: "x", newPassphrase: null }],
    "vault.restorePrevious": nothing,
    "vault.lock": nothing,
    "vault.startAnew": nothing,
  };
}

function presetOf(tenantId: string): PresetInput {
  return {
    id: `preset of ${tenantId}`,
    tenantId,
    api: "optievent",
    eventKey: "login",
    name: "Login",
    group: null,
    text: ATTEMPT_TEXT,
    variables: [],
    negative: false,
    expected: { outcome: "accepted", rule: null },
  };
}
