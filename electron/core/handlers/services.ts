import type { ExportService } from "../export/export-service.ts";
import type { ImportService } from "../import/import-service.ts";
import type { LinkService } from "../catalogs/link-service.ts";
import type { CoverageService } from "../coverage/coverage-service.ts";
import type { Guard } from "../guard/guard.ts";
import type { VaultSecrets } from "../secrets/vault-secrets.ts";
import type { ResolveProxy } from "../network/system-environment.ts";
import type { History } from "../history/history.ts";
import type { Notices } from "../notices.ts";
import type { ChooseFile, Clock, EventBus, HostName, SaveFile } from "../ports.ts";
import type { PresetRuns } from "../presets/preset-runs.ts";
import type { LongAnswers } from "../send/long-answers.ts";
import type { SendService } from "../send/send-service.ts";
import type { TenantService } from "../tenants/tenant-service.ts";
import type { Vault } from "../vault/vault.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What the handlers of the contract's calls work with. */
export type Services = {
  readonly workspace: Workspace;
  readonly history: History;
  /** Records long answers, and reads them in pieces. */
  readonly longAnswers: LongAnswers;
  readonly exports: ExportService;
  readonly imports: ImportService;
  readonly coverage: CoverageService;
  readonly links: LinkService;
  readonly secrets: VaultSecrets;
  readonly vault: Vault;
  readonly send: SendService;
  readonly presetRuns: PresetRuns;
  readonly guard: Guard;
  readonly tenantService: TenantService;
  readonly events: EventBus;
  readonly notices: Notices;
  readonly saveFile: SaveFile;
  readonly clock: Clock;
  readonly host: HostName;
  readonly resolveProxy: ResolveProxy | null;
  /** null where the host has no such dialog. */
  readonly chooseFile: ChooseFile | null;
  readonly appVersion: string;
  /** The running gateway's address; null while none runs. */
  readonly gatewayUrl: string | null;
};
