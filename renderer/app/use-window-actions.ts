import type { Theme } from "../../shared/domain/settings.ts";
import type { TenantView } from "../../shared/contract/calls.ts";
import { showToast } from "../ui/toast.tsx";
import { useActions, useCommands, type ActionHandler, type Command } from "./actions-context.tsx";
import { useNavigation } from "./navigation-context.tsx";
import { SCREENS, SETTINGS_SECTION_LABELS, SETTINGS_SECTIONS, type Screen } from "./screens.ts";
import { useUpdateSettings } from "./update-settings.ts";
import { useWorkspace } from "./workspace-context.tsx";
import { zoomedBy } from "./zoom.ts";

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const;

/** What the window itself does, whatever screen is shown, and what it offers in the palette. */
export function useWindowActions(on: { readonly onPalette: () => void; readonly onKeys: () => void }): void {
  const { goTo } = useNavigation();
  const always =
    (act: () => void): ActionHandler =>
    () => {
      act();
      return true;
    };
  const toScreens = Object.fromEntries(
    SCREENS.map((screen) => [`screen.${screen}`, always(() => goTo(screen))]),
  ) as Record<`screen.${Screen}`, ActionHandler>;
  useActions({
    ...toScreens,
    palette: always(on.onPalette),
    keys: always(on.onKeys),
    search: always(focusSearch),
  });
  useLookActions(always);
  useWindowCommands();
}

function useLookActions(always: (act: () => void) => ActionHandler): void {
  const updateSettings = useUpdateSettings();
  const theme = (value: Theme) => always(() => updateSettings(() => ({ theme: value })));
  useActions({
    "zoom.in": always(() => updateSettings(({ zoom }) => ({ zoom: zoomedBy(zoom, 1) }))),
    "zoom.out": always(() => updateSettings(({ zoom }) => ({ zoom: zoomedBy(zoom, -1) }))),
    "zoom.reset": always(() => updateSettings(() => ({ zoom: 1 }))),
    "theme.system": theme("system"),
    "theme.light": theme("light"),
    "theme.dark": theme("dark"),
    contrast: always(() =>
      updateSettings(({ contrast }) => ({ contrast: contrast === "high" ? "system" : "high" })),
    ),
  });
}

function useWindowCommands(): void {
  const { tenants, tenant, setTenant, api, setApi } = useWorkspace();
  const { showSettings } = useNavigation();
  useCommands("window", () => [
    ...tenants
      .filter(({ id }) => id !== tenant?.id)
      .map(({ id, name, kind }) => ({
        id: `tenant:${id}`,
        section: "Tenants",
        title: `Work with ${name}`,
        detail: kind,
        isImmediate: true as const,
        run: () => setTenant(id),
      })),
    // Whoever looks for it by its name learns that there is nothing to do.
    ...(tenant === null ? [] : [tenantInUse(tenant)]),
    ...(tenant?.connections ?? [])
      .filter((connection) => connection.api !== api)
      .map((connection) => ({
        id: `api:${connection.api}`,
        section: "Tenants",
        title: `Use the ${API_NAMES[connection.api]} API`,
        isImmediate: true as const,
        run: () => setApi(connection.api),
      })),
    ...SETTINGS_SECTIONS.map((section) => ({
      id: `settings:${section}`,
      section: "Settings",
      title: `Settings: ${SETTINGS_SECTION_LABELS[section]}`,
      run: () => showSettings(section),
    })),
  ]);
}

function tenantInUse({ id, name, kind }: TenantView): Command {
  return {
    id: `tenant-in-use:${id}`,
    section: "Tenants",
    title: `Work with ${name}, which is in use`,
    detail: kind,
    run: () => showToast({ tone: "done", title: `${name} is in use already` }),
  };
}

/** The search of the screen that is shown; a screen without one ignores the key. */
function focusSearch(): void {
  const search = document.querySelector<HTMLElement>("main > section:not([hidden]) [data-screen-search]");
  search?.focus();
}
