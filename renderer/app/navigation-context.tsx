import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { ASKED_AT, type Asked } from "./asked-places.ts";
import type { Screen, SettingsSection } from "./screens.ts";

export type Navigation = {
  readonly screen: Screen;
  readonly goTo: (screen: Screen) => void;
  /** The part of the Settings screen that is shown. */
  readonly settingsSection: SettingsSection;
  /** Goes to Settings, to this part of it. */
  readonly showSettings: (section: SettingsSection) => void;
  /** The catalog on the Catalogs screen; null for that of the tenant. */
  readonly openedCatalogId: string | null;
  readonly setOpenedCatalogId: (id: string | null) => void;
  /** The version that was last asked for; a new object each time, so that asking again shows it again. */
  readonly askedVersion: AskedVersion | null;
  /** Goes to Catalogs, to this version of the catalog. */
  readonly showCatalogVersion: (asked: AskedVersion) => void;
  /** The exchange that is open on the History screen. */
  readonly openedExchangeId: string | null;
  readonly setOpenedExchangeId: (id: string | null) => void;
  /** Goes to History with this exchange open. */
  readonly showExchange: (id: string) => void;
  /** Goes to where this is opened, which takes it from here. */
  readonly ask: (what: Asked) => void;
  /** What was asked for and is not open yet; going elsewhere gives it up. */
  readonly asked: Asked | null;
  readonly setAsked: (what: Asked | null) => void;
};

export type AskedVersion = { readonly catalogId: string; readonly version: number };

const NavigationContext = createContext<Navigation | null>(null);

/** Holds where in the window the user is. */
export function NavigationProvider(props: { readonly children: ReactNode }): ReactNode {
  const [screen, setScreen] = useState<Screen>("compose");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [settingsSection, setSettingsSection] = useState<SettingsSection>("appearance");
  const [openedCatalogId, setOpenedCatalogId] = useState<string | null>(null);
  const [askedVersion, setAskedVersion] = useState<AskedVersion | null>(null);
  const [openedExchangeId, setOpenedExchangeId] = useState<string | null>(null);
  const navigation = useMemo<Navigation>(() => {
    const goTo = (next: Screen) => {
      setScreen(next);
      setAsked(null);
    };
    const showSettings = (section: SettingsSection) => {
      setSettingsSection(section);
      goTo("settings");
    };
    return {
      screen,
      goTo,
      settingsSection,
      showSettings,
      openedCatalogId,
      setOpenedCatalogId,
      askedVersion,
      showCatalogVersion: ({ catalogId, version }) => {
        setOpenedCatalogId(catalogId);
        setAskedVersion({ catalogId, version });
        goTo("catalogs");
      },
      openedExchangeId,
      setOpenedExchangeId,
      showExchange: (id) => {
        setOpenedExchangeId(id);
        goTo("history");
      },
      ask: (what) => {
        const place = ASKED_AT[what];
        if ("screen" in place) goTo(place.screen);
        else showSettings(place.section);
        setAsked(what);
      },
      asked,
      setAsked,
    };
  }, [screen, asked, settingsSection, openedCatalogId, askedVersion, openedExchangeId]);
  return <NavigationContext value={navigation}>{props.children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (navigation === null) throw new Error("useNavigation was used outside of a NavigationProvider.");
  return navigation;
}
