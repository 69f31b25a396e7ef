import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { VaultCallName, VaultStatus } from "../../../shared/contract/vault-calls.ts";
import type { SecretSlot } from "../../../shared/domain/vault.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { CreateWith } from "../vault/vault.ts";
import { createDemoContent } from "../workspace/demo-content.ts";
import type { Services } from "./services.ts";

type VaultHandlers = Pick<Handlers, VaultCallName>;

export function createVaultHandlers(services: Services): VaultHandlers {
  const { vault, secrets } = services;
  const statusAfter = async (change: Result<unknown>): Promise<Result<VaultStatus>> =>
    change.ok ? success(await vault.status()) : change;

  /** What was kept for the session so far is what the vault starts with. */
  async function create(by: CreateWith): Promise<Result<VaultStatus>> {
    const created = await vault.create(by, () => secrets.forSession());
    if (created.ok) secrets.dropSession();
    return statusAfter(created);
  }

  return {
    "vault.status": async () => success(await vault.status()),
    "vault.createWithPassphrase": ({ passphrase }) => create({ kind: "passphrase", passphrase }),
    "vault.createWithKeychain": () => create({ kind: "keychain" }),
    "vault.addKeychain": async () => statusAfter(await vault.addKeychain()),
    "vault.unlock": async ({ passphrase }) => statusAfter(await vault.unlock(passphrase)),
    "vault.retry": async () => {
      await vault.start();
      return success(await vault.status());
    },
    "vault.lock": async () => {
      vault.lock();
      return success(await vault.status());
    },
    "vault.changePassphrase": async ({ current, next }) =>
      statusAfter(await vault.changePassphrase(current, next)),
    "vault.exportRecoveryKey": async ({ passphrase }) => {
      const recoveryKey = await vault.exportRecoveryKey(passphrase);
      return recoveryKey.ok ? success({ recoveryKey: recoveryKey.value }) : recoveryKey;
    },
    "vault.restoreWithRecoveryKey": async ({ recoveryKey, newPassphrase }) =>
      statusAfter(await vault.restoreWithRecoveryKey(recoveryKey, newPassphrase)),
    "vault.restorePrevious": async () => statusAfter(await vault.restorePrevious()),
    "vault.startAnew": () => startAnew(services),
    "secrets.set": ({ tenantId, slot, value }) => setSecret(services, tenantId, slot, value),
    "secrets.clear": ({ tenantId, slot }) => setSecret(services, tenantId, slot, null),
  };
}

/** The demo tenant works again right away; everything else that was encrypted waits in the files kept aside. */
function startAnew({
  vault,
  workspace,
  notices,
  events,
}: Services): Result<{ readonly keptAside: string[] }> {
  const movedVault = vault.startAnew();
  if (!movedVault.ok) return movedVault;
  const keptAside = [
    ...movedVault.value,
    ...workspace.catalogs.keepShutAside(),
    ...workspace.catalogEdits.keepShutAside(),
  ];
  const demo = createDemoContent(workspace.tenants, workspace.catalogs);
  if (!demo.ok) notices.add("warning", demo.error.message);
  events.emit("catalogs.changed", {});
  return success({ keptAside });
}

function setSecret(
  { secrets, workspace, events }: Services,
  tenantId: string,
  slot: SecretSlot,
  value: string | null,
) {
  if (workspace.tenants.get(tenantId) === null) {
    return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId });
  }
  const changed = secrets.set(tenantId, slot, value);
  if (!changed.ok) return changed;
  events.emit("tenants.changed", {});
  return success(secrets.describe(tenantId, slot));
}
