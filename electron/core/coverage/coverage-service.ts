import { COVERAGE_WRITERS, type CoverageFormat } from "../../../shared/catalog-coverage/formats.ts";
import { coverageReport } from "../../../shared/catalog-coverage/report.ts";
import type { CoverageReport } from "../../../shared/contract/coverage-calls.ts";
import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { createCatalogReading } from "../catalogs/catalog-reading.ts";
import type { History } from "../history/history.ts";
import type { Clock, EventBus, SaveFile } from "../ports.ts";
import { slugOf } from "../workspace/slug.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createCoverageIndex } from "./coverage-index.ts";
import type { GatewayLog } from "./gateway-log.ts";

/** Declared, sent, answered. The codes are those of the contract's calls. */
export type CoverageService = {
  report(catalogId: string, tenantId: string | null): Result<CoverageReport>;
  export(catalogId: string, tenantId: string | null, format: CoverageFormat): Promise<Result<SavedFile>>;
  close(): void;
};

export type CoverageDependencies = {
  readonly workspace: Pick<Workspace, "catalogs" | "tenants">;
  readonly history: Pick<History, "coverage" | "count" | "status">;
  readonly gatewayLog: GatewayLog;
  readonly events: EventBus;
  readonly saveFile: SaveFile;
  /** Takes what is a secret today out of what is exported. */
  readonly redact: (text: string) => string;
  readonly clock: Clock;
};

/** Windows that show a report ask again at each of these. */
const PAUSE_MS = 500;

export function createCoverageService(dependencies: CoverageDependencies): CoverageService {
  const { workspace, history, gatewayLog, events } = dependencies;
  const reading = createCatalogReading(dependencies);
  let isAsked = false;
  let pause: NodeJS.Timeout | null = null;
  const tell = (): void => {
    pause ??= setTimeout(() => {
      pause = null;
      events.emit("coverage.changed", {});
    }, PAUSE_MS).unref();
  };
  const index = createCoverageIndex({ history, onStep: tell });
  gatewayLog.onChange(() => {
    if (isAsked) tell();
  });
  const stop = events.on((name, payload) => {
    if (name !== "history.changed" || !isAsked) return;
    if ("removed" in payload && payload.removed > 0) index.reset();
    index.refresh();
  });

  function report(catalogId: string, tenantId: string | null): Result<CoverageReport> {
    const stored = reading.get(catalogId);
    if (!stored.ok) return stored;
    const tenants = workspace.tenants
      .list()
      .filter((tenant) => (tenantId === null ? tenant.catalogId === catalogId : tenant.id === tenantId))
      .map(({ id, name }) => ({ id, name }));
    if (tenantId !== null && tenants.length === 0) {
      return failure("tenant.not-found", "This tenant no longer exists. Choose another one.", { tenantId });
    }
    isAsked = true;
    index.refresh();
    const isAtGateway = tenants.some(({ id }) => id === SANDBOX_TENANT_ID);
    return success(
      coverageReport({
        stored: stored.value,
        tenants,
        scan: index.scan(),
        seen: tenants.flatMap(({ id }) => index.seen(id)),
        gateway: isAtGateway ? gatewayLog.received() : new Map(),
      }),
    );
  }

  return {
    report,
    async export(catalogId, tenantId, format) {
      const first = report(catalogId, tenantId);
      if (!first.ok) return first;
      await index.complete();
      const whole = report(catalogId, tenantId);
      return whole.ok ? save(dependencies, whole.value, format) : whole;
    },
    close() {
      if (pause !== null) clearTimeout(pause);
      stop();
      index.close();
    },
  };
}

async function save(
  { saveFile, redact, clock }: CoverageDependencies,
  report: CoverageReport,
  format: CoverageFormat,
): Promise<Result<SavedFile>> {
  const now = clock.now().toISOString();
  const name = `coverage-${slugOf(report.catalogName, "catalog")}-${now.slice(0, 10)}`;
  try {
    const { ending, type, text } = COVERAGE_WRITERS[format];
    return success(await saveFile(`${name}.${ending}`, type, [redact(text(report, now))]));
  } catch (error) {
    return failure(
      "export.not-written",
      `The report could not be written, because ${describeSystemError(error)}. Choose another place and export again.`,
    );
  }
}
