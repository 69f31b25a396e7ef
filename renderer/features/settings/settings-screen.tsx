import type { ReactNode } from "react";
import type { AppInfo } from "../../../shared/contract/calls.ts";
import { assertNever } from "../../../shared/result/result.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { SETTINGS_SECTION_LABELS, SETTINGS_SECTIONS, type SettingsSection } from "../../app/screens.ts";
import { Button } from "../../ui/button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Pane, PaneHeader, PaneScroll } from "../../ui/pane.tsx";
import { showToast } from "../../ui/toast.tsx";
import { HistorySettings } from "../history-settings/history-settings.tsx";
import { GuardSettings } from "../guard/guard-settings.tsx";
import { TenantsSection } from "../tenants/tenants-section.tsx";
import { VaultSection } from "../vault/vault-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { RefusalStatus } from "./refusal-status.tsx";
import styles from "./settings-screen.module.css";

const HOST_TEXTS = {
  desktop: "Desktop application",
  browser: "Browser window, served by this computer to itself only",
  cli: "Command line",
} as const satisfies Record<AppInfo["host"], string>;

/** How the window looks and works, the tenants, the vault, and where everything is kept. */
export function SettingsScreen(props: { readonly info: AppInfo }): ReactNode {
  const { settingsSection: current } = useNavigation();
  return (
    <div className={styles.screen}>
      <SettingsSections />
      <Pane label={SETTINGS_SECTION_LABELS[current]}>
        {/* Kept while another part is shown, so that what is being written there is still there. */}
        <div className={styles.kept} hidden={current !== "tenants"}>
          <TenantsSection />
        </div>
        {current === "tenants" ? null : (
          <>
            <PaneHeader>
              <strong className={styles.title}>{SETTINGS_SECTION_LABELS[current]}</strong>
            </PaneHeader>
            <PaneScroll>
              <div className={styles.section}>
                <SectionContent info={props.info} section={current} />
              </div>
            </PaneScroll>
          </>
        )}
      </Pane>
    </div>
  );
}

function SettingsSections(): ReactNode {
  const { settingsSection: current, showSettings } = useNavigation();
  return (
    <nav aria-label="Settings" className={styles.sections}>
      {SETTINGS_SECTIONS.map((section) => (
        <button
          aria-current={section === current ? "page" : undefined}
          className={styles.item}
          key={section}
          onClick={() => showSettings(section)}
          type="button"
        >
          {SETTINGS_SECTION_LABELS[section]}
        </button>
      ))}
    </nav>
  );
}

function SectionContent(props: {
  readonly section: Exclude<SettingsSection, "tenants">;
  readonly info: AppInfo;
}): ReactNode {
  switch (props.section) {
    case "appearance":
      return <AppearanceSection />;
    case "keys":
      return <KeysSection />;
    case "guard":
      return (
        <>
          <GuardSettings />
          <p className={styles.explanation}>
            The first event to production after a start, after turning to it, and after a time without a send
            needs an approval. Tenants say themselves whether they are production; hosts under optimove.events
            and optimove.net count as production unless the tenant states otherwise.
          </p>
        </>
      );
    case "vault":
      return <VaultSection />;
    case "history":
      return <HistorySettings />;
    case "gateway":
      return (
        <>
          <FactList facts={[{ name: "Address", value: props.info.gatewayUrl ?? "Not running" }]} />
          <RefusalStatus />
        </>
      );
    case "about":
      return <About info={props.info} />;
    default:
      return assertNever(props.section);
  }
}

function About({ info }: { readonly info: AppInfo }): ReactNode {
  return (
    <>
      <FactList
        facts={[
          { name: "Version", value: info.version },
          { name: "Runs as", value: HOST_TEXTS[info.host] },
          { name: "Workspace", value: <WorkspacePath path={info.workspacePath} /> },
        ]}
      />
      <p className={styles.explanation}>
        Settings, tenants, catalogs, drafts and the history are in the workspace folder and nowhere else. To
        move the console to another computer, end it and copy the folder.
      </p>
    </>
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
