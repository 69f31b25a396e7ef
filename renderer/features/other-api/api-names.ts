import type { Api } from "../../../shared/domain/tenant.ts";

export const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<
  Api,
  string
>;
