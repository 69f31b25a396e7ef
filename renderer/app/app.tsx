import { useIsFetching, useQueryClient, type Query } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { CatalogsProvider } from "../features/catalogs/catalogs-provider.tsx";
import { ComposeProvider } from "../features/compose/compose-provider.tsx";
import { GuardProvider } from "../features/guard/guard-context.tsx";
import { VaultProvider } from "../features/vault/vault-context.tsx";
import { useCall, useCallPart } from "../host/queries.ts";
import { ActionsProvider } from "./actions-context.tsx";
import { loadLaterScreens } from "./later-screens.ts";
import { NavigationProvider } from "./navigation-context.tsx";
import { Shell } from "./shell.tsx";
import { StartFailure } from "./start-failure.tsx";
import { lookOf, useLook } from "./theme.ts";
import { WorkspaceProvider } from "./workspace-context.tsx";

/**
 * The window: nothing until the first answers are there (they take milliseconds), then the shell, or what to do when the
 * program behind the window does not answer. `data-app-state` says which, for tests and for whoever drives the window.
 */
export function App(): ReactNode {
  const info = useCall("app.info", {});
  const look = useCallPart("settings.get", {}, lookOf);
  const tenants = useCall("tenants.list", {});
  const isReady = info.data !== undefined && look.data !== undefined && tenants.data !== undefined;
  const error = info.error ?? look.error ?? tenants.error;
  const state = isReady ? "ready" : error === null ? "starting" : "failed";
  useLook(look.data ?? null);

  if (isReady) {
    return (
      <>
        <WorkspaceProvider tenants={tenants.data}>
          <NavigationProvider>
            <ActionsProvider>
              <VaultProvider>
                <GuardProvider>
                  <ComposeProvider>
                    <CatalogsProvider>
                      <Shell info={info.data} />
                    </CatalogsProvider>
                  </ComposeProvider>
                </GuardProvider>
              </VaultProvider>
            </ActionsProvider>
          </NavigationProvider>
        </WorkspaceProvider>
        <AppState state={state} />
      </>
    );
  }
  if (error === null) return <AppState state={state} />;
  const retry = () => {
    for (const query of [info, look, tenants]) void query.refetch();
  };
  return (
    <>
      <AppState state={state} />
      <StartFailure error={error.error} onRetry={retry} />
    </>
  );
}

/**
 * Ready means that one could work: what the first screen asked for is there as well. A component of its own, so that only it
 * is drawn again whenever something is first read.
 */
function AppState({ state }: { readonly state: "starting" | "ready" | "failed" }): ReactNode {
  const client = useQueryClient();
  const firstLoads = useIsFetching({ predicate: isFirstLoad });
  useEffect(() => {
    // Asked again here: screens that have just appeared start their own loads in effects that run before this one, since it
    // comes after them.
    const isLoading = firstLoads > 0 || client.isFetching({ predicate: isFirstLoad }) > 0;
    if (state === "ready" && isLoading) return;
    document.documentElement.dataset["appState"] = state;
    if (state === "ready") void loadLaterScreens();
  }, [client, firstLoads, state]);
  return null;
}

function isFirstLoad(query: Query): boolean {
  return query.state.status === "pending";
}
