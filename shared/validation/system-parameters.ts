import type { Parameter } from "../domain/catalog.ts";

/** Parameters that every event may carry, configured or not (OPTIMOVE-API.md section 2). */
export const SYSTEM_PARAMETERS: readonly Parameter[] = [
  { name: "event_platform", type: "string" },
  { name: "event_device_type", type: "string" },
  { name: "event_os", type: "string" },
  { name: "event_native_mobile", type: "boolean" },
];
