import type { StoredCatalog } from "../../../../shared/domain/catalog.ts";
import { exchangeSchema, type Exchange, type ExchangeSummary } from "../../../../shared/domain/exchange.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/domain/settings.ts";
import {
  connectionSchema,
  tenantSchema,
  type Api,
  type Connection,
  type Tenant,
} from "../../../../shared/domain/tenant.ts";
import type { Result } from "../../../../shared/result/result.ts";
import { createGuard, type Guard } from "../../guard/guard.ts";
import { createSessionSecrets, type Secrets } from "../../secrets/secrets.ts";
import { createTransport } from "../../transport/transport.ts";
import type { LongAnswers } from "../long-answers.ts";
import { createSendService } from "../send-service.ts";
import type { SendService } from "../types.ts";

/** A send service on the real transport and real secrets, with a history that keeps what it is given. */
export type TestConsole = {
  readonly send: SendService;
  readonly secrets: Secrets;
  readonly guard: Guard;
  /** What was recorded, each as it would be read back. */
  readonly recorded: readonly Exchange[];
  /** Makes the next record fail with this error. */
  failNextRecord(error: Error): void;
  close(): Promise<void>;
};

export const TOKEN = "5a4db0c5e11ed0c0de5a4db0c5e11ed0";
export const NOW = new Date("2026-11-23T08:00:00.123Z");

export const catalog: StoredCatalog = {
  id: "demo",
  version: 3,
  savedAt: NOW.toISOString(),
  catalog: {
    format: "optievent-catalog/1",
    name: "Demo store",
    events: [
      {
        key: "newsletter_signup",
        id: 1101,
        parameters: [{ name: "email", type: "string", required: true, format: "email" }],
      },
    ],
  },
};

/** An OptiEvent draft whose numbers and layout a careless JSON library would change. */
export const OPTIEVENT_DRAFT = `{
  "tenant": 999,
  "event": "newsletter_signup",
  "customer": "c-1",
  "timestamp": "{{$now}}",
  "context": { "email": "a@b.example", "amount": 100.00, "id": 12345678901234567890 }
}`;

/** What the vendor answers to it, and with which reference. */
export const ACCEPTED = '{"status":"success","message":"1147206418897270"}';

/** A tenant "shop" with both APIs at one address. */
export function tenantAt(endpoint: string, changes: Partial<Connection> = {}): Tenant {
  return tenantSchema.parse({
    id: "shop",
    name: "Shop",
    kind: "test",
    tenantNumber: 999,
    catalogId: "demo",
    connections: (["optievent", "realtime"] as const).map((api) =>
      connectionSchema.parse({ api, endpoint, ...changes }),
    ),
  });
}

export function startTestConsole(
  tenant: Tenant,
  gatewayUrl: string | null = null,
  longAnswers?: LongAnswers,
): TestConsole {
  const recorded: Exchange[] = [];
  const transport = createTransport();
  const secrets = createSessionSecrets();
  const guard = createGuard({ clock: { now: () => NOW }, settings: () => DEFAULT_SETTINGS });
  let nextError: Error | null = null;
  const send = createSendService({
    transport,
    guard,
    secrets,
    tenants: { get: (id) => (id === tenant.id ? tenant : null) },
    catalogs: { get: (id) => (id === catalog.id ? catalog : null) },
    history: {
      append(exchange) {
        const error = nextError;
        nextError = null;
        if (error !== null) throw error;
        recorded.push(exchangeSchema.parse(JSON.parse(JSON.stringify(exchange))));
        return summarise(exchange, recorded.length);
      },
    },
    clock: { now: () => NOW },
    ...(longAnswers === undefined ? {} : { longAnswers }),
    random: () => 0.5,
    appVersion: "1.2.3",
    gatewayUrl: () => gatewayUrl,
  });
  return {
    send,
    secrets,
    guard,
    recorded,
    failNextRecord(error) {
      nextError = error;
    },
    async close() {
      await send.close();
      transport.close();
    },
  };
}

/** Sends a draft of the tenant "shop" as the window does. */
export function sendDraft(
  { send }: TestConsole,
  text: string,
  api: Api = "optievent",
  sendId = "1",
): Promise<Result<Exchange>> {
  const eventKey = "newsletter_signup";
  return send.send({ sendId, tenantId: "shop", api, text, eventKey, draftId: "draft-1" });
}

/** The exchange of a send that has to have been recorded. */
export function exchangeOf(result: Result<Exchange>): Exchange {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function summarise(exchange: Exchange, sequence: number): ExchangeSummary {
  return {
    id: exchange.id,
    sequence,
    sentAt: exchange.sentAt,
    outcome: exchange.outcome,
    api: exchange.api,
    tenantName: exchange.tenant?.name ?? null,
    tenantKind: exchange.tenant?.kind ?? null,
    event: exchange.event,
    identity: exchange.identity,
    status: exchange.response?.status ?? null,
    totalMs: exchange.timings.total,
    message: exchange.message,
    reference: exchange.reference,
    negative: exchange.negative,
    pinned: false,
    tags: [],
    hasNote: false,
    isImported: false,
    expected: null,
    runId: null,
  };
}
