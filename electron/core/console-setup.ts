import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { SANDBOX_TENANT_ID } from "../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../shared/result/result.ts";
import type { Closers } from "./closers.ts";
import type { ConsolePorts } from "./console.ts";
import { createEventBus } from "./event-bus.ts";
import { createExportService, type ExportService } from "./export/export-service.ts";
import { createImportService, type ImportService } from "./import/import-service.ts";
import { createGuard, type Guard } from "./guard/guard.ts";
import { announceAppends } from "./history/announce-appends.ts";
import type { History } from "./history/history.ts";
import { watchHistory } from "./history/watch-history.ts";
import { openOrKeepAside } from "./history/open-or-keep-aside.ts";
import { openLogFile, type LogFile } from "./logging/logger.ts";
import { createNotices, type Notices } from "./notices.ts";
import type { EventBus, Logger } from "./ports.ts";
import { createPresetRuns, type PresetRuns, type PresetRunsDependencies } from "./presets/preset-runs.ts";
import { createVaultSecrets, type VaultSecrets } from "./secrets/vault-secrets.ts";
import { createLongAnswers, type LongAnswers } from "./send/long-answers.ts";
import { createSendService, type SendService } from "./send/send-service.ts";
import {
  createTenantService,
  type TenantService,
  type TenantServiceDependencies,
} from "./tenants/tenant-service.ts";
import { createTransport } from "./transport/transport.ts";
import { followVault } from "./vault/follow-vault.ts";
import { startIdleLock, type IdleLock } from "./vault/idle-lock.ts";
import { createVault, type Vault } from "./vault/vault.ts";
import { sealerOf } from "./vault/vault-sealer.ts";
import { ensurePrivateFolder } from "./workspace/private-folder.ts";
import { SANDBOX_REALTIME_TOKEN, SANDBOX_SIGNATURE_KEY } from "./workspace/sandbox-credentials.ts";
import { describeSystemError } from "./workspace/system-error.ts";
import { openWorkspace, type Workspace } from "./workspace/workspace.ts";

/** What everything else of a console leans on. */
export type Base = {
  readonly secrets: VaultSecrets;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly events: EventBus;
  readonly notices: Notices;
};

/** Secrets come before the log, which has to know what it must not say. Codes: `workspace.not-...`, `log.cannot-open`. */
export function startBase(ports: ConsolePorts, closers: Closers): Result<Base> {
  const vault = createVault({
    folder: ports.workspacePath,
    clock: ports.clock,
    keychain: ports.keychain ?? null,
  });
  const secrets = createVaultSecrets(vault);
  secrets.set(SANDBOX_TENANT_ID, "realtime", SANDBOX_REALTIME_TOKEN);
  secrets.set(SANDBOX_TENANT_ID, "optievent", SANDBOX_SIGNATURE_KEY);

  const folder = ensurePrivateFolder(ports.workspacePath);
  if (!folder.ok) return folder;
  const log = openLog(ports.workspacePath, (text) => secrets.redact(text));
  if (!log.ok) return log;
  const { logger } = log.value;
  closers.add(() => log.value.close());

  const events = createEventBus(logger);
  const notices = createNotices(() => events.emit("app.changed", {}));
  return success({ secrets, vault, logger, events, notices });
}

function openLog(path: string, redact: (text: string) => string): Result<LogFile> {
  try {
    return success(openLogFile(path, redact));
  } catch (error) {
    return failure(
      "log.cannot-open",
      `The log in "${path}" cannot be written, because ${describeSystemError(error)}. Check the permissions of its folder "logs".`,
      { path },
    );
  }
}

export type Storage = {
  readonly workspace: Workspace;
  readonly history: History;
  readonly longAnswers: LongAnswers;
};

/** Codes: those of `openWorkspace`, `history.cannot-open`. */
export function openStorage(
  ports: ConsolePorts,
  { notices, events, vault }: Base,
  closers: Closers,
): Result<Storage> {
  const { workspacePath: path, openStore, clock } = ports;
  const workspace = openWorkspace({ path, openStore, notices, clock, sealer: sealerOf(vault) });
  if (!workspace.ok) return workspace;
  const history = openOrKeepAside(join(path, "history.sqlite"), notices, clock);
  if (!history.ok) return history;
  closers.add(async () => {
    await history.value.finding.close();
    history.value.close();
  });
  closers.add(watchHistory(history.value, events));
  const announcing = announceAppends(history.value, events);
  const longAnswers = createLongAnswers(history.value.path, (summary) => announcing.noteAppended(summary));
  closers.add(() => longAnswers.close());
  return success({ workspace: workspace.value, history: announcing, longAnswers });
}

/** Keeps catalogs and window in step with the vault, locks it when nobody is there, and at the end. */
export function startVaultCare(
  { vault, workspace, events, notices, clock }: Base & Storage & Pick<ConsolePorts, "clock">,
  closers: Closers,
): IdleLock {
  const stop = followVault({ vault, files: [workspace.catalogs, workspace.catalogEdits], events, notices });
  const idle = startIdleLock({
    minutes: () => workspace.settings.get().vaultIdleMinutes,
    lock: () => vault.lock(),
    clock: { elapsed: () => performance.now(), wall: () => clock.now().getTime() },
  });
  closers.add(() => {
    stop();
    idle.stop();
    vault.lock();
  });
  return idle;
}

/** The approvals of this run of the program; none outlives it. */
export function startGuard({ clock }: ConsolePorts, { workspace }: Storage): Guard {
  return createGuard({ clock, settings: () => workspace.settings.get() });
}

/** How often it is looked whether the time of a removed tenant is over. */
const PURGE_MILLISECONDS = 60_000;

export function startTenants(dependencies: TenantServiceDependencies, closers: Closers): TenantService {
  const service = createTenantService(dependencies);
  service.purgeExpired();
  const timer = setInterval(() => service.purgeExpired(), PURGE_MILLISECONDS).unref();
  closers.add(() => clearInterval(timer));
  return service;
}

/** What is being sent when the console closes is cancelled and recorded as such, before history is closed. */
export function startSending(
  ports: ConsolePorts,
  {
    secrets,
    guard,
    idle,
    workspace,
    history,
    longAnswers,
    gatewayUrl,
  }: Base & Storage & { readonly guard: Guard; readonly idle: IdleLock; readonly gatewayUrl: string | null },
  closers: Closers,
): SendService {
  const transport = createTransport();
  closers.add(() => transport.close());
  const { clock, random, appVersion } = ports;
  const { tenants, values, catalogs } = workspace;
  const send = createSendService({
    transport,
    longAnswers,
    guard,
    environment: process.env,
    resolveProxy: ports.resolveProxy ?? null,
    // Whoever sends is there, a long run included.
    secrets: {
      ...secrets,
      use(tenantId, slot) {
        idle.touch();
        return secrets.use(tenantId, slot);
      },
    },
    tenants,
    values,
    catalogs,
    history,
    clock,
    random,
    appVersion,
    gatewayUrl: () => gatewayUrl,
  });
  closers.add(() => send.close());
  return send;
}

/** What is being exported when the console closes is cancelled: nothing of it is left. */
function startExports(
  { saveFile, clock, appVersion, host }: ConsolePorts,
  { secrets, events, history }: Base & Storage,
  closers: Closers,
): ExportService {
  const exports = createExportService({
    history,
    saveFile,
    clock,
    appVersion,
    host,
    currentSecrets: () => secrets.currentSecrets(),
    onProgress: (progress) => events.emit("export.progress", progress),
  });
  closers.add(() => exports.close());
  return exports;
}

function startImports(
  { clock, workspacePath }: ConsolePorts,
  { secrets, events, history }: Base & Storage,
  closers: Closers,
): ImportService {
  const imports = createImportService({
    folder: join(workspacePath, "imports"),
    history,
    clock,
    currentRedactor: () => secrets.currentRedactor(),
    onProgress: (progress) => events.emit("import.progress", progress),
  });
  closers.add(() => imports.close());
  return imports;
}

/** Runs of presets end before sending does. */
function startPresetRuns(
  { workspace, ...dependencies }: Base & Storage & Pick<PresetRunsDependencies, "send" | "guard" | "clock">,
  closers: Closers,
): PresetRuns {
  const runs = createPresetRuns({
    ...dependencies,
    presets: workspace.presets,
    presetResults: workspace.presetResults,
    newId: randomUUID,
  });
  closers.add(() => runs.close());
  return runs;
}

/** What takes its time and can be cancelled: exports, imports, runs of presets. */
export function startTasks(
  ports: ConsolePorts,
  parts: Base & Storage & Pick<PresetRunsDependencies, "send" | "guard" | "clock">,
  closers: Closers,
) {
  return {
    exports: startExports(ports, parts, closers),
    imports: startImports(ports, parts, closers),
    presetRuns: startPresetRuns(parts, closers),
  };
}

/** What the log says of a defect; people are told less. */
export function describeDefect(error: unknown): { reason: string; stack?: string } {
  if (!(error instanceof Error)) return { reason: String(error) };
  return { reason: error.message, stack: error.stack ?? "" };
}
