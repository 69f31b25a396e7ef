import type { CallName, EventName } from "./calls.ts";

// The preload runs in the renderer's process before anything else: it gets the names only, so that no validation
// library is loaded there. The types come from the contract and cost nothing at run time.

/** Every call of the contract. `satisfies` refuses a wrong name; a test refuses a missing one. */
export const callNames = [
  "app.info",
  "app.dismissNotice",
  "settings.get",
  "settings.update",
  "tenants.list",
  "catalogs.list",
  "catalogs.get",
  "drafts.list",
  "drafts.save",
  "drafts.remove",
  "exchange.send",
  "exchange.cancel",
  "history.page",
  "history.get",
  "history.export",
  "guard.chooseTenant",
  "guard.request",
  "guard.approve",
  "vault.status",
  "vault.createWithPassphrase",
  "vault.createWithKeychain",
  "vault.addKeychain",
  "vault.unlock",
  "vault.retry",
  "vault.lock",
  "vault.changePassphrase",
  "vault.exportRecoveryKey",
  "vault.restoreWithRecoveryKey",
  "vault.restorePrevious",
  "vault.startAnew",
  "secrets.set",
  "secrets.clear",
  "signature.compute",
  "signature.verify",
  "customerId.encrypt",
  "customerId.decrypt",
  "customerId.visitorId",
] as const satisfies readonly CallName[];

/** Every event of the contract. */
export const eventNames = [
  "app.changed",
  "settings.changed",
  "tenants.changed",
  "catalogs.changed",
  "drafts.changed",
  "history.changed",
  "vault.changed",
] as const satisfies readonly EventName[];
