import { randomBytes } from "node:crypto";
import type { Notice } from "../../shared/contract/calls.ts";
import { createDispatch, type Dispatch } from "../../shared/contract/dispatch.ts";
import { success, type Result } from "../../shared/result/result.ts";
import { startCatalogTools } from "./catalogs/start-catalog-tools.ts";
import { createClosers, type Closers } from "./closers.ts";
import {
  describeDefect,
  openStorage,
  startBase,
  startGuard,
  startTasks,
  startSending,
  startTenants,
  startVaultCare,
} from "./console-setup.ts";
import { createGatewayLog } from "./coverage/gateway-log.ts";
import { createHandlers } from "./handlers/handlers.ts";
import type { History } from "./history/history.ts";
import type {
  ChooseFile,
  ChooseCatalogFile,
  Clock,
  EventBus,
  HostName,
  Keychain,
  Logger,
  OpenStore,
  SaveFile,
  StartGateway,
} from "./ports.ts";
import { startSandboxGateway } from "./sandbox-gateway.ts";
import type { ResolveProxy } from "./network/system-environment.ts";
import type { SendService } from "./send/send-service.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** What a host gives the console. The host takes the workspace's lock before and releases it after. */
export type ConsolePorts = {
  readonly workspacePath: string;
  readonly host: HostName;
  readonly openStore: OpenStore;
  readonly saveFile: SaveFile;
  /** Where the host has a dialog for files; else the user types paths. */
  readonly chooseCatalogFile?: ChooseCatalogFile;
  readonly startGateway: StartGateway;
  readonly clock: Clock;
  /** Numbers from 0 to below 1. */
  readonly random: () => number;
  readonly appVersion: string;
  /** The system's keychain, where this host can reach one. */
  readonly keychain?: Keychain | null;
  /** The system's own word on proxies, where this host can ask for it. */
  readonly resolveProxy?: ResolveProxy | null;
  /** The system's dialog for a file, where this host has one. */
  readonly chooseFile?: ChooseFile | null;
};

/** A running console. */
export type Console = {
  /** The one way in for the window. */
  readonly dispatch: Dispatch;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly workspace: Workspace;
  readonly history: History;
  readonly send: SendService;
  /** The running gateway's address; null where it could not start. */
  readonly gatewayUrl: string | null;
  /** Lets other programs of the same user read what the gateway has received. Never printed. */
  readonly gatewayKey: string;
  notices(): readonly Notice[];
  /** Ends everything, what is being sent included. May be called twice. */
  close(): Promise<void>;
};

/**
 * Starts a console. Damaged files and a gateway that cannot start are notices, not failures.
 * Codes: those of `openWorkspace`, `log.cannot-open`, `history.cannot-open`; nothing is left running then.
 */
export async function createConsole(ports: ConsolePorts): Promise<Result<Console>> {
  const closers = createClosers();
  const started = await start(ports, closers);
  if (!started.ok) await closers.closeAll();
  return started;
}

function whatHostsMayHave({ resolveProxy = null, chooseFile = null }: ConsolePorts) {
  return { resolveProxy, chooseFile };
}

function defectTold(logger: Logger): (call: string, error: unknown) => void {
  return (call, error) =>
    logger.error("A call failed inside the console.", { call, ...describeDefect(error) });
}

/**
 * The order matters: the log is first because everything may have something to say to it, the vault comes before the files,
 * some of which it opens, and files before the gateway,
 * which checks against the catalog, and the gateway before sending, because the demo tenant is sent to it.
 */
async function start(ports: ConsolePorts, closers: Closers): Promise<Result<Console>> {
  const base = startBase(ports, closers);
  if (!base.ok) return base;
  const { logger, events, notices, secrets, vault } = base.value;
  await vault.start();

  const storage = openStorage(ports, base.value, closers);
  if (!storage.ok) return storage;
  const { workspace, history, longAnswers } = storage.value;

  const { startGateway, saveFile, clock, host, appVersion } = ports;
  const gatewayLog = createGatewayLog();
  const gatewayKey = randomBytes(32).toString("hex");
  const gateway = await startSandboxGateway({ startGateway, workspace, notices, gatewayLog, gatewayKey });
  if (gateway !== null) closers.add(() => gateway.close());
  const gatewayUrl = gateway?.url ?? null;

  const idle = startVaultCare({ ...base.value, ...storage.value, clock }, closers);
  const guard = startGuard(ports, storage.value);
  const tenantService = startTenants({ ...base.value, ...storage.value, guard, clock }, closers);
  const send = startSending(ports, { ...base.value, ...storage.value, guard, idle, gatewayUrl }, closers);

  const tasks = startTasks(ports, { ...base.value, ...storage.value, send, guard, clock }, closers);

  const services = {
    workspace,
    history,
    longAnswers,
    ...startCatalogTools(ports, { ...base.value, ...storage.value, gatewayLog }, closers),
    secrets,
    vault,
    send,
    ...tasks,
    guard,
    tenantService,
    events,
    notices,
    saveFile,
    clock,
    host,
    appVersion,
    ...whatHostsMayHave(ports),
  };
  const handle = createDispatch(createHandlers({ ...services, gatewayUrl }), {
    onDefect: defectTold(logger),
  });
  for (const { message } of notices.list()) logger.warn(message);
  logger.info("The console has started.", { host, appVersion, gatewayUrl });
  return success({
    dispatch(name, input, caller) {
      idle.touch();
      return handle(name, input, caller);
    },
    events,
    logger,
    workspace,
    history,
    send,
    gatewayUrl,
    gatewayKey,
    notices: () => notices.list(),
    close: () => closers.closeAll(),
  });
}
