import { useState, type ReactNode } from "react";
import { ACTIONS, keysOf } from "../../app/actions/table.ts";
import { useActionRunner, type Actions, type Command } from "../../app/actions-context.tsx";
import { isMac } from "../../app/platform.ts";
import { shortcutKeys } from "../../app/shortcut.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { CommandDialog, type CommandItem } from "../../ui/command-dialog.tsx";
import { rankCommands } from "./rank.ts";
import { useExchangeCommands } from "./use-exchange-commands.ts";

const MOST_RECENT = 20;

/** Search or run a command: every action, and the events, tenants and exchanges there are. */
export function Palette(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  return props.isOpen ? <OpenPalette onClose={props.onClose} /> : null;
}

function OpenPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const recentCommands = useSetting("recentCommands");
  const keys = useSetting("keys");
  const updateSettings = useUpdateSettings();
  const actions = useActionRunner();
  const [query, setQuery] = useState("");
  const [standing] = useState(() => [...actionCommands(actions), ...actions.commands()]);
  const exchanges = useExchangeCommands(query);
  const ranked = rankCommands(query, standing, recentCommands);
  const found = exchanges.length === 0 ? ranked : [...ranked, { title: "Exchanges", commands: exchanges }];
  const choose = (id: string) => {
    const command = found.flatMap(({ commands }) => commands).find((one) => one.id === id);
    if (command === undefined) return;
    onClose();
    updateSettings(({ recentCommands }) => ({
      recentCommands: [id, ...recentCommands.filter((one) => one !== id)].slice(0, MOST_RECENT),
    }));
    // Once the dialog is gone and the focus is back: what is run may move it, or look whether it is shown.
    window.setTimeout(() => command.run(), AFTER_CLOSING_MS);
  };
  return (
    <CommandDialog
      empty="Nothing is called that."
      isOpen
      label="Search or run a command"
      onChoose={choose}
      onClose={onClose}
      onQuery={setQuery}
      query={query}
      sections={found.map(({ title, commands }) => ({
        title,
        items: commands.map((command) => itemOf(command, keys)),
      }))}
    />
  );
}

/** The dialog gives the focus back in the frame after it is gone. */
const AFTER_CLOSING_MS = 60;

function actionCommands(actions: Actions): Command[] {
  return ACTIONS.filter(({ id }) => id !== "palette" && actions.isThere(id)).map(({ id, title }) => ({
    id: `action:${id}`,
    section: "Actions",
    title,
    run: () => void actions.run(id, null),
  }));
}

function itemOf({ id, title, detail }: Command, chosen: Parameters<typeof keysOf>[1]): CommandItem {
  const action = ACTIONS.find((one) => `action:${one.id}` === id);
  const key = action === undefined ? undefined : keysOf(action, chosen)[0];
  return {
    id,
    title,
    ...(detail === undefined ? {} : { detail }),
    ...(key === undefined ? {} : { keys: shortcutKeys(key, isMac()) }),
  };
}
