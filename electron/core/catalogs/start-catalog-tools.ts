import type { Closers } from "../closers.ts";
import type { ConsolePorts } from "../console.ts";
import type { Base, Storage } from "../console-setup.ts";
import { createCoverageService, type CoverageService } from "../coverage/coverage-service.ts";
import type { GatewayLog } from "../coverage/gateway-log.ts";

/** What stands beside catalogs and goes on by itself. */
export type CatalogTools = { readonly coverage: CoverageService };

export function startCatalogTools(
  { saveFile, clock }: ConsolePorts,
  { secrets, events, workspace, history, gatewayLog }: Base & Storage & { readonly gatewayLog: GatewayLog },
  closers: Closers,
): CatalogTools {
  const redact = (text: string): string => secrets.redact(text);
  const coverage = createCoverageService({
    workspace,
    history,
    gatewayLog,
    events,
    saveFile,
    clock,
    redact,
  });
  closers.add(() => coverage.close());
  return { coverage };
}
