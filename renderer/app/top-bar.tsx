import type { ReactNode } from "react";
import type { Api } from "../../shared/domain/tenant.ts";
import { Button } from "../ui/button.tsx";
import { SearchIcon } from "../ui/icons.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { useShortcutHint } from "./actions-context.tsx";
import { TenantSwitcher } from "./tenant-switcher.tsx";
import styles from "./top-bar.module.css";
import { shortAddress } from "./workspace-choice.ts";
import { useWorkspace } from "./workspace-context.tsx";

const API_LABELS = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;
const APIS = ["optievent", "realtime"] as const satisfies readonly Api[];

/** Where events go: the tenant, the API, and the address that the two make. */
export function TopBar(props: { readonly onPalette: () => void }): ReactNode {
  const { tenant, api, setApi, connection, url } = useWorkspace();
  const paletteKeys = useShortcutHint("palette");
  return (
    <header className={styles.bar}>
      <div className={styles.line}>
        <TenantSwitcher />
        {tenant === null ? null : (
          <SegmentedControl
            label="API"
            onChange={setApi}
            options={APIS.map((value) => ({
              value,
              label: API_LABELS[value],
              isDisabled: !tenant.connections.some((candidate) => candidate.api === value),
            }))}
            value={connection === null ? null : api}
          />
        )}
        <Address isConnected={connection !== null} url={url} />
        <div className={styles.end}>
          <Button onPress={props.onPalette} {...(paletteKeys === undefined ? {} : { shortcut: paletteKeys })}>
            <span className={styles.palette}>
              <span className={styles.paletteIcon}>
                <SearchIcon />
              </span>
              <span className={styles.paletteWord}>Search</span>
              <span className={styles.paletteMore}> or run a command</span>
            </span>
          </Button>
        </div>
      </div>
    </header>
  );
}

function Address(props: { readonly url: string | null; readonly isConnected: boolean }): ReactNode {
  if (!props.isConnected) return null;
  if (props.url === null) return <span className={styles.noAddress}>The local gateway is not running</span>;
  return (
    <span className={styles.address} title={props.url}>
      <span className={styles.method}>POST</span> {shortAddress(props.url)}
    </span>
  );
}
