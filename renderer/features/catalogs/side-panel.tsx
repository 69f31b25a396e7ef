import { useState, type ReactNode } from "react";
import { Tabs, type TabDescription } from "../../ui/tabs.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

type PanelTab = "versions";

/** What there is to know about the catalog and the event that is open. */
export function SidePanel(): ReactNode {
  const [tab, setTab] = useState<PanelTab>("versions");
  const tabs: readonly TabDescription<PanelTab>[] = [
    { id: "versions", label: "Versions", content: <VersionsPanel /> },
  ];
  return <Tabs label="About the catalog" onSelect={setTab} selected={tab} tabs={tabs} />;
}
