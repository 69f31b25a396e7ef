import { createContext, use, useMemo, type ReactNode } from "react";
import type { TenantView } from "../../shared/contract/calls.ts";
import type { Settings } from "../../shared/domain/settings.ts";
import type { Api } from "../../shared/domain/tenant.ts";
import { useUpdateSettings } from "./update-settings.ts";
import { chooseWorkspace, type WorkspaceChoice } from "./workspace-choice.ts";

export type Workspace = WorkspaceChoice & {
  readonly tenants: readonly TenantView[];
  readonly settings: Settings;
  /** Both are remembered for the next start. */
  readonly setTenant: (tenantId: string) => void;
  readonly setApi: (api: Api) => void;
};

const WorkspaceContext = createContext<Workspace | null>(null);

/** Holds which tenant and API every screen works with. The settings are the state; nothing is kept twice. */
export function WorkspaceProvider(props: {
  readonly tenants: readonly TenantView[];
  readonly settings: Settings;
  readonly children: ReactNode;
}): ReactNode {
  const { tenants, settings } = props;
  const updateSettings = useUpdateSettings();
  const workspace = useMemo<Workspace>(
    () => ({
      ...chooseWorkspace(tenants, settings),
      tenants,
      settings,
      setTenant: (tenantId) => updateSettings(() => ({ lastTenantId: tenantId })),
      setApi: (api) => updateSettings(() => ({ lastApi: api })),
    }),
    [tenants, settings, updateSettings],
  );
  return <WorkspaceContext value={workspace}>{props.children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace was used outside of a WorkspaceProvider.");
  return workspace;
}
