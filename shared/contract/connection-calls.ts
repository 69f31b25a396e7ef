import { z } from "zod";
import { tlsFactsSchema } from "../domain/exchange.ts";
import { apiSchema } from "../domain/tenant.ts";

/** One thing that a test of a connection looked at. */
export const connectionTestStepSchema = z.object({
  name: z.enum(["settings", "dns", "connect", "proxy", "tls", "event"]),
  outcome: z.enum(["done", "failed", "skipped"]),
  /** One or two sentences, the next step included where it failed. */
  message: z.string(),
  milliseconds: z.number().nonnegative().nullable(),
});
export type ConnectionTestStep = z.infer<typeof connectionTestStepSchema>;

/** What a test of a connection found. `sent` says whether an event left this computer. */
export const connectionTestSchema = z.object({
  url: z.string(),
  sent: z.enum(["event", "nothing"]),
  steps: z.array(connectionTestStepSchema),
  tls: tlsFactsSchema.nullable(),
  /** The exchange as recorded, where an event was sent. */
  exchangeId: z.string().nullable(),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** Looks at a connection as it is stored. An event is sent to this computer only, and never to a production tenant. */
export const connectionCalls = {
  "connections.test": {
    input: z.object({ tenantId: z.string().max(500), api: apiSchema }),
    output: connectionTestSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ConnectionCallName = keyof typeof connectionCalls;
