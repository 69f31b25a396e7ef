import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { TenantView } from "../../shared/contract/calls.ts";
import { isProductionTenant } from "../../shared/guard/production.ts";
import type { Api } from "../../shared/domain/tenant.ts";
import { useUpdateSettings } from "./update-settings.ts";
import { useSetting } from "./use-setting.ts";
import { chooseWorkspace, tenantAtStart, type WorkspaceChoice } from "./workspace-choice.ts";

export type Workspace = WorkspaceChoice & {
  readonly tenants: readonly TenantView[];
  /** For this window; the next start begins with it unless it is production. */
  readonly setTenant: (tenantId: string) => void;
  /** Remembered for the next start. */
  readonly setApi: (api: Api) => void;
};

const WorkspaceContext = createContext<Workspace | null>(null);

/** Holds which tenant and API every screen works with. The settings are the state; nothing is kept twice. */
export function WorkspaceProvider(props: {
  readonly tenants: readonly TenantView[];
  readonly children: ReactNode;
}): ReactNode {
  const { tenants } = props;
  const lastTenantId = useSetting("lastTenantId");
  const lastApi = useSetting("lastApi");
  const updateSettings = useUpdateSettings();
  const [chosenTenantId, setChosenTenantId] = useState(
    () => tenantAtStart(tenants, lastTenantId)?.id ?? null,
  );
  const workspace = useMemo<Workspace>(
    () => ({
      ...chooseWorkspace(tenants, { lastTenantId, lastApi }, chosenTenantId),
      tenants,
      setTenant(tenantId) {
        setChosenTenantId(tenantId);
        const tenant = tenants.find(({ id }) => id === tenantId);
        // Production is never where a start begins, so it is not remembered either.
        if (tenant !== undefined && !isProductionTenant(tenant)) {
          updateSettings(() => ({ lastTenantId: tenantId }));
        }
      },
      setApi: (api) => updateSettings(() => ({ lastApi: api })),
    }),
    [tenants, lastTenantId, lastApi, chosenTenantId, updateSettings],
  );
  return <WorkspaceContext value={workspace}>{props.children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace was used outside of a WorkspaceProvider.");
  return workspace;
}
