import { useMemo, useState } from "react";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import {
  connectionSchema,
  DEFAULT_RULE_PROFILE,
  LOCAL_GATEWAY_ENDPOINT,
  SANDBOX_TENANT_NUMBER,
} from "../../../shared/domain/tenant.ts";
import type { ExampleInput } from "../../../shared/examples/types.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";

/** What examples of an event are made of: for the tenant and API of the top bar, else for the local gateway. */
export function useExampleInput(event: CatalogEvent, seed: string): ExampleInput {
  const { tenant, api, connection } = useWorkspace();
  const [now] = useState(() => new Date());
  return useMemo(
    () => ({
      api,
      event,
      eventKey: event.key,
      tenantNumber: tenant === null ? SANDBOX_TENANT_NUMBER : tenant.tenantNumber,
      connection: connection ?? connectionSchema.parse({ api, endpoint: LOCAL_GATEWAY_ENDPOINT }),
      ruleProfile: tenant?.ruleProfile ?? DEFAULT_RULE_PROFILE,
      identity: null,
      seed: seedOf(seed),
      now,
    }),
    [api, event, tenant, connection, seed, now],
  );
}

/** Any text is a seed: a whole number itself, else a number made of its characters. */
function seedOf(text: string): number {
  const number = Number(text.trim());
  if (Number.isInteger(number)) return number >>> 0;
  let sum = 7;
  for (let index = 0; index < text.length; index += 1)
    sum = (Math.imul(sum, 31) + text.charCodeAt(index)) >>> 0;
  return sum;
}
