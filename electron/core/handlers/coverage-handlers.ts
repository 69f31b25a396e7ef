import type { CoverageCallName } from "../../../shared/contract/coverage-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { Services } from "./services.ts";

export function createCoverageHandlers({ coverage }: Services): Pick<Handlers, CoverageCallName> {
  return {
    "catalogs.coverage": ({ id, tenantId }) => coverage.report(id, tenantId),
    "catalogs.exportCoverage": ({ id, tenantId, format }) => coverage.export(id, tenantId, format),
  };
}
