import { useState, type ReactNode } from "react";
import { Tabs, type TabDescription } from "../../ui/tabs.tsx";
import { CoveragePanel } from "./coverage-panel.tsx";
import { ExamplesPanel } from "./examples-panel.tsx";
import { useFindings } from "./findings-context.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { useAskedVersion } from "./use-asked-version.ts";
import { VersionsPanel } from "./versions-panel.tsx";

type PanelTab = "findings" | "versions" | "coverage" | "examples";

/** What there is to know about the catalog and the event that is open. */
export function SidePanel(): ReactNode {
  const [tab, setTab] = useState<PanelTab>("findings");
  useAskedVersion(() => setTab("versions"));
  const { placed } = useFindings();
  const tabs: readonly TabDescription<PanelTab>[] = [
    { id: "findings", label: "Findings", count: placed?.all.length ?? 0, content: <FindingsPanel /> },
    { id: "versions", label: "Versions", content: <VersionsPanel /> },
    { id: "coverage", label: "Coverage", content: <CoveragePanel /> },
    { id: "examples", label: "Examples", content: <ExamplesPanel /> },
  ];
  return <Tabs label="About the catalog" onSelect={setTab} selected={tab} tabs={tabs} />;
}
