import type { SendInput } from "../../../shared/contract/calls.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { Exchange, ExchangeSummary, Expected, Header } from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api, Connection, RuleProfile, Tenant } from "../../../shared/domain/tenant.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import type { AppError, Result } from "../../../shared/result/result.ts";
import type { Guard } from "../guard/guard.ts";
import type { RunPermit } from "../guard/run-permits.ts";
import type { Environment } from "../network/choose-proxy.ts";
import type { ResolveProxy } from "../network/system-environment.ts";
import type { Clock } from "../ports.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { Transport } from "../transport/types.ts";
import type { LongAnswers } from "./long-answers.ts";

/** Where a request goes, with everything that composing, validating and recording it depend on. */
export type SendTarget = {
  /** null for a bare endpoint given on the command line. */
  readonly tenant: Pick<Tenant, "id" | "name" | "kind" | "productionHostsAcknowledged"> | null;
  readonly connection: Connection;
  /** The address; null while the local gateway that the connection means does not run. */
  readonly url: string | null;
  readonly tenantNumber: number | null;
  readonly ruleProfile: RuleProfile;
  readonly catalog: Pick<StoredCatalog, "id" | "version" | "catalog"> | null;
  /** What `{{secret:token}}` stands for, and the key of the signature; null where none is set. */
  readonly token: string | null;
  /** What names between braces stand for. */
  readonly variables: Readonly<Record<string, string>>;
};

/** Where a request comes from and what is said to come of it; for the record, and absent where nobody says. */
export type SendContext = {
  readonly draftId?: string | null | undefined;
  readonly presetId?: string | null | undefined;
  readonly expected?: Expected | null | undefined;
  /** The run and the row of its data that it belongs to. */
  readonly partOfRun?: Exchange["run"] | undefined;
};

type SendTextInput = SendContext & {
  readonly target: SendTarget;
  /** Whose approval counts where the target is production; that of the program itself where absent. */
  readonly windowId?: string;
  /** The draft's text, placeholders included. */
  readonly text: string;
  /** By which `cancel` finds it; one of its own where absent. */
  readonly sendId?: string;
  /** The permit of the run that this send belongs to. */
  readonly run?: RunPermit;
};

type SendBytesInput = SendContext & {
  readonly target: SendTarget;
  /** As for text. */
  readonly windowId?: string;
  /** Sent exactly as they are, but for `{{secret:token}}`. */
  readonly bytes: Uint8Array;
  readonly sendId?: string;
};

/** What would be sent, with secrets as references. Without Content-Length where a secret that is not set is part of it. */
export type DryRun = {
  readonly method: "POST";
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly findings: readonly Finding[];
};

/**
 * The send path. Every attempt that passes the guard and the checks for secrets is recorded, those that fail before anything leaves
 * included, and its result is given only after the record is durable. Codes of refusals, with which nothing was sent:
 * `tenant.not-found`, `tenant.no-connection`, `guard.approval-required`, `secret.host-not-allowed`, `secret.missing`,
 * `send.already-running`, `send.closed`. And `history.not-recorded`, when the record could not be written: its message says what was sent and what came back, its
 * `details.exchange` is the exchange.
 */
export type SendService = {
  /** For the window: looks the tenant up and sends its draft. */
  send(input: SendInput, windowId?: string): Promise<Result<Exchange>>;
  /** Where a tenant's sends go at the moment; `own` variables count before the tenant's. */
  resolve(tenantId: string, api: Api, own?: readonly Variable[]): Result<SendTarget>;
  sendText(input: SendTextInput): Promise<Result<Exchange>>;
  sendBytes(input: SendBytesInput): Promise<Result<Exchange>>;
  dryRunText(target: SendTarget, text: string): DryRun;
  dryRunBytes(target: SendTarget, bytes: Uint8Array): DryRun;
  /** Stops what is being sent under this id; false when nothing is. Its result is an exchange with outcome `cancelled`. */
  cancel(sendId: string): boolean;
  /** Takes no more, cancels what runs and waits until it is recorded. */
  close(): Promise<void>;
};

/** What sending needs of the rest of core. */
export type SendDependencies = {
  readonly transport: Transport;
  readonly secrets: Pick<
    Secrets,
    "use" | "refusal" | "protect" | "redact" | "currentRedactor" | "currentSecrets"
  >;
  readonly tenants: { get(id: string): Tenant | null };
  /** The variables of tenants; without it they have none. */
  readonly values?: { get(tenantId: string): Pick<TenantValues, "variables"> };
  readonly catalogs: {
    get(id: string): StoredCatalog | null;
    /** Why a catalog that is there cannot be read; absent where that cannot be. */
    refusal?(id: string): AppError | null;
  };
  readonly guard: Guard;
  /** Durable when it returns or resolves; throws or rejects where it could not write. */
  readonly history: { append(exchange: Exchange): ExchangeSummary | Promise<ExchangeSummary> };
  /** What reads and records long answers beside everything else; without it they are recorded like all others. */
  readonly longAnswers?: Pick<LongAnswers, "record">;
  readonly clock: Clock;
  /** Where the system's proxy is looked up; without it the system has none. */
  readonly environment?: Environment;
  /** Asked before the environment, where the host can. */
  readonly resolveProxy?: ResolveProxy | null;
  /** Numbers from 0 to below 1. */
  readonly random: () => number;
  readonly appVersion: string;
  /** The running gateway's address; null while none runs. */
  readonly gatewayUrl: () => string | null;
};
