import type { Closers } from "../closers.ts";
import type { ConsolePorts } from "../console.ts";
import type { Base, Storage } from "../console-setup.ts";
import { createCatalogService } from "./catalog-service.ts";
import { createLinkService, type LinkService } from "./link-service.ts";
import { createCoverageService, type CoverageService } from "../coverage/coverage-service.ts";
import type { GatewayLog } from "../coverage/gateway-log.ts";

/** What stands beside catalogs and goes on by itself. */
export type CatalogTools = { readonly coverage: CoverageService; readonly links: LinkService };

export function startCatalogTools(
  { saveFile, clock, chooseCatalogFile, workspacePath }: ConsolePorts,
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
  const links = createLinkService({
    workspacePath,
    store: workspace.catalogLinks,
    catalogs: createCatalogService({ workspace, events }),
    events,
    chooseFile: chooseCatalogFile ?? null,
  });
  closers.add(() => links.close());
  return { coverage, links };
}
