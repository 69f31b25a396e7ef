import { join } from "node:path";
import { openHistory } from "../../electron/core/history/history.ts";
import { createGuard } from "../../electron/core/guard/guard.ts";
import { createSessionSecrets } from "../../electron/core/secrets/secrets.ts";
import { createSendService } from "../../electron/core/send/send-service.ts";
import type { SendTarget } from "../../electron/core/send/types.ts";
import { createTransport } from "../../electron/core/transport/transport.ts";
import { demoCatalog } from "../../shared/demo/demo-catalog.ts";
import { DEFAULT_SETTINGS } from "../../shared/domain/settings.ts";
import { connectionSchema, DEFAULT_RULE_PROFILE, SANDBOX_TENANT_NUMBER } from "../../shared/domain/tenant.ts";

/** What the benchmarks send: the vendor's printed event, stamped at send. */
export const draftText = `{
  "tenant": ${SANDBOX_TENANT_NUMBER},
  "event": "newsletter_signup",
  "customer": "johndoe@domain.com",
  "timestamp": "{{$now}}",
  "context": {
    "email": "johndoe@domain.com",
    "opt_in": true
  }
}`;

export type RecordingSender = { send(): Promise<void>; close(): Promise<void> };

/**
 * The console's own send path, validation, recording on disk and all, to the given address. `tokens` are known to it and in no text
 * that is sent: it looks for them in everything that it records.
 */
export function createRecordingSender(
  folder: string,
  url: string,
  tokens: readonly string[] = [],
): RecordingSender {
  const opened = openHistory(join(folder, `history-${tokens.length}.sqlite`));
  if (!opened.ok) throw new Error(opened.error.message);
  const history = opened.value;
  const clock = { now: () => new Date() };
  const secrets = createSessionSecrets();
  for (const [index, token] of tokens.entries()) secrets.set(`tenant-${index}`, "optievent", token);
  const service = createSendService({
    transport: createTransport(),
    guard: createGuard({ clock, settings: () => DEFAULT_SETTINGS }),
    secrets,
    tenants: { get: () => null },
    catalogs: { get: () => null },
    history,
    clock,
    random: Math.random,
    appVersion: "bench",
    gatewayUrl: () => null,
  });
  const target: SendTarget = {
    tenant: { id: "bench", name: "Bench", kind: "sandbox", productionHostsAcknowledged: false },
    connection: connectionSchema.parse({ api: "optievent", endpoint: url }),
    url,
    tenantNumber: SANDBOX_TENANT_NUMBER,
    ruleProfile: DEFAULT_RULE_PROFILE,
    catalog: { id: "demo", version: 1, catalog: demoCatalog },
    token: null,
    variables: {},
  };
  return {
    async send() {
      const result = await service.sendText({ target, text: draftText });
      if (!result.ok || result.value.outcome !== "accepted") throw new Error(JSON.stringify(result));
    },
    async close() {
      await service.close();
      history.close();
    },
  };
}
