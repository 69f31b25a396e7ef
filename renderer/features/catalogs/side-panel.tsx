import { useState, type ReactNode } from "react";
import { Tabs, type TabDescription } from "../../ui/tabs.tsx";
import { ExamplesPanel } from "./examples-panel.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

type PanelTab = "versions" | "examples";

/** What there is to know about the catalog and the event that is open. */
export function SidePanel(): ReactNode {
  const [tab, setTab] = useState<PanelTab>("versions");
  const tabs: readonly TabDescription<PanelTab>[] = [
    { id: "versions", label: "Versions", content: <VersionsPanel /> },
    { id: "examples", label: "Examples", content: <ExamplesPanel /> },
  ];
  return <Tabs label="About the catalog" onSelect={setTab} selected={tab} tabs={tabs} />;
}
