import type { ReactNode } from "react";
import type { AppInfo } from "../../../shared/contract/calls.ts";
import type { Theme } from "../../../shared/domain/settings.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Button } from "../../ui/button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Pane, PaneHeader, PaneScroll } from "../../ui/pane.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { showToast } from "../../ui/toast.tsx";
import { VaultSection } from "../vault/vault-section.tsx";
import styles from "./settings-screen.module.css";

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const satisfies readonly { readonly value: Theme; readonly label: string }[];

const HOST_TEXTS = {
  desktop: "Desktop application",
  browser: "Browser window, served by this computer to itself only",
  cli: "Command line",
} as const satisfies Record<AppInfo["host"], string>;

/** How the window looks, and where everything is kept. */
export function SettingsScreen(props: { readonly info: AppInfo }): ReactNode {
  return (
    <Pane label="Settings">
      <PaneHeader>
        <strong className={styles.title}>Settings</strong>
      </PaneHeader>
      <PaneScroll>
        <div className={styles.sections}>
          <Section title="Appearance">
            <ThemeChoice />
          </Section>
          <Section title="Data">
            <FactList
              facts={[{ name: "Workspace", value: <WorkspacePath path={props.info.workspacePath} /> }]}
            />
            <p className={styles.explanation}>
              Settings, tenants, catalogs, drafts and the history are in this folder and nowhere else. To move
              the console to another computer, end it and copy the folder.
            </p>
          </Section>
          <Section title="Secrets and vault">
            <VaultSection />
          </Section>
          <Section title="About">
            <FactList
              facts={[
                { name: "Version", value: props.info.version },
                { name: "Runs as", value: HOST_TEXTS[props.info.host] },
                { name: "Local gateway", value: props.info.gatewayUrl ?? "Not running" },
              ]}
            />
          </Section>
        </div>
      </PaneScroll>
    </Pane>
  );
}

function Section(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{props.title}</h2>
      <div className={styles.content}>{props.children}</div>
    </section>
  );
}

function ThemeChoice(): ReactNode {
  const { settings } = useWorkspace();
  const updateSettings = useUpdateSettings();
  return (
    <FactList
      facts={[
        {
          name: "Theme",
          value: (
            <SegmentedControl
              label="Theme"
              onChange={(theme) => updateSettings(() => ({ theme }))}
              options={THEMES}
              value={settings.theme}
            />
          ),
        },
      ]}
    />
  );
}

function WorkspacePath(props: { readonly path: string }): ReactNode {
  return (
    <span className={styles.path}>
      <code>{props.path}</code>
      <Button label="Copy the workspace path" onPress={() => void copy(props.path)} size="small">
        Copy
      </Button>
    </span>
  );
}

async function copy(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    showToast({ tone: "done", title: "Path copied", text: path });
  } catch {
    showToast({
      tone: "failed",
      title: "The path was not copied",
      text: "The clipboard is not available to this window. Select the path and copy it by hand.",
    });
  }
}
