import { createContext, use, type ReactNode } from "react";

/** What a table does to what is selected in it, by keys that the user may change. */
export const TABLE_ACTIONS = [
  "table.insert",
  "table.duplicate",
  "table.remove",
  "table.up",
  "table.down",
  "table.all",
  "table.edit",
] as const;
export type TableAction = (typeof TABLE_ACTIONS)[number];

/** What is read of a keyboard event. */
export type ControlKey = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Which of its actions a key means to a control; null: none that is the user's to change. */
export type ControlKeys = {
  readonly table: (key: ControlKey) => TableAction | null;
  readonly list: (key: ControlKey) => "list.all" | null;
  /** Whether it finds in what has the keyboard. */
  readonly find: (key: ControlKey) => boolean;
  /** The key that goes to the search of the screen, as it is written beside it. */
  readonly search: string | null;
};

const ControlKeysContext = createContext<ControlKeys>({
  table: () => null,
  list: () => null,
  find: () => false,
  search: null,
});

/** Tells the controls within which keys the user gave to what they do. */
export function ControlKeysProvider(props: {
  readonly keys: ControlKeys;
  readonly children: ReactNode;
}): ReactNode {
  return <ControlKeysContext value={props.keys}>{props.children}</ControlKeysContext>;
}

export function useControlKeys(): ControlKeys {
  return use(ControlKeysContext);
}
