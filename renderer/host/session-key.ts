import { KEY_FRAGMENT } from "../../shared/contract/window-header.ts";

/** What of the browser's window the key is taken from and kept in. */
export type KeyPlaces = {
  readonly location: Pick<Location, "hash" | "pathname">;
  readonly history: Pick<History, "replaceState">;
  /** Kept apart for each origin, port included, and shared by the windows of one. */
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
};

const NAME = "optievent-key";

/** The key that the start link brought, else the one it brought before. It is taken out of the address, which people copy. */
export function takeSessionKey({ location, history, localStorage }: KeyPlaces): string {
  const brought = new URLSearchParams(location.hash.slice(1)).get(KEY_FRAGMENT);
  if (brought === null) return localStorage.getItem(NAME) ?? "";
  localStorage.setItem(NAME, brought);
  history.replaceState(null, "", location.pathname);
  return brought;
}
