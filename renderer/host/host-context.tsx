import { createContext, use, useSyncExternalStore, type ReactNode } from "react";
import type { Connection, Host } from "./host.ts";

const HostContext = createContext<Host | null>(null);

/** Gives the window's host to everything inside. */
export function HostProvider({ host, children }: { host: Host; children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error("useHost was used outside of a HostProvider.");
  return host;
}

/** Whether the program behind the window can be reached right now. */
export function useConnection(): Connection {
  const { connection } = useHost();
  return useSyncExternalStore(connection.onChange, connection.current);
}
