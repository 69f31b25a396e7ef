import { success, type Result } from "../../../shared/result/result.ts";
import { readAppVersion } from "../../core/app-version.ts";
import { createClosers, type Closers } from "../../core/closers.ts";
import { createGuard, type Guard } from "../../core/guard/guard.ts";
import type { Secrets } from "../../core/secrets/secrets.ts";
import { createSendService, type SendService } from "../../core/send/send-service.ts";
import { createTransport } from "../../core/transport/transport.ts";
import type { Workspace } from "../../core/workspace/workspace.ts";
import type { SendOptions } from "./send-options.ts";
import type { Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

/** What the steps of one `send` share. */
export type Sending = {
  readonly terminal: Terminal;
  readonly options: SendOptions;
  readonly workspace: Workspace;
  readonly secrets: Secrets;
  /** Opens the vault, for a tenant whose secrets or catalog are in it. */
  readonly unlock: () => Promise<Result<null>>;
  readonly guard: Guard;
  readonly service: SendService;
  readonly closers: Closers;
};

/**
 * The part of a console that sending needs, without its lock: another console may run on the workspace meanwhile. The
 * caller closes all of it. Codes: those of `openWorkspace` and `openHistory`.
 */
export function startSending(terminal: Terminal, options: SendOptions): Result<Sending> {
  const access = accessWorkspace(terminal, options);
  const workspace = access.open();
  if (!workspace.ok) return workspace;
  const history = access.openHistory();
  if (!history.ok) return history;
  const closers = createClosers();
  closers.add(() => history.value.close());
  const transport = createTransport();
  closers.add(() => transport.close());
  const { secrets } = access;
  const unlock = () => access.unlock();
  const { tenants, catalogs, settings } = workspace.value;
  const clock = { now: terminal.now };
  const guard = createGuard({ clock, settings: () => settings.get() });
  const service = createSendService({
    transport,
    guard,
    secrets,
    tenants,
    catalogs,
    history: history.value,
    clock,
    environment: terminal.env,
    random: Math.random,
    appVersion: readAppVersion(),
    // This command resolves its target itself.
    gatewayUrl: () => null,
  });
  closers.add(() => service.close());
  const parts = { workspace: workspace.value, secrets, unlock, guard, service, closers };
  return success({ terminal, options, ...parts });
}
