import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { ACTIONS, keysOf, type Action } from "../../app/actions/table.ts";
import { useActionRunner, type Command } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { isMac } from "../../app/platform.ts";
import { shortcutKeys } from "../../app/shortcut.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { CommandDialog, type CommandItem } from "../../ui/command-dialog.tsx";
import { showToast } from "../../ui/toast.tsx";
import { rankCommands } from "./rank.ts";
import { screenFor } from "./screen-for.ts";
import { useEverywhereCommands } from "./use-everywhere-commands.ts";
import { EXCHANGES, useExchangeCommands } from "./use-exchange-commands.ts";

const MOST_RECENT = 20;

/** Search or run a command: every action, and the events, tenants and exchanges there are. */
export function Palette(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  useEverywhereCommands();
  return props.isOpen ? <OpenPalette onClose={props.onClose} /> : null;
}

function OpenPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const recentCommands = useSetting("recentCommands");
  const keys = useSetting("keys");
  const updateSettings = useUpdateSettings();
  const commandsNow = useCommandsNow();
  const [query, setQuery] = useState("");
  const [standing, setStanding] = useState(commandsNow);
  const exchanges = useExchangeCommands(query);
  const ranked = rankCommands(query, standing, recentCommands);
  const found = exchanges.length === 0 ? ranked : [...ranked, { title: EXCHANGES, commands: exchanges }];
  const choose = (id: string) => {
    const command = found.flatMap(({ commands }) => commands).find((one) => one.id === id);
    if (command === undefined) return;
    onClose();
    updateSettings(({ recentCommands }) => ({
      recentCommands: [id, ...recentCommands.filter((one) => one !== id)].slice(0, MOST_RECENT),
    }));
    if (command.isImmediate === true) command.run();
    // Once the dialog is gone and the focus is back: what is run may move it, or look whether it is shown.
    else window.setTimeout(() => runAsItIsNow(command, commandsNow()), AFTER_CLOSING_MS);
  };
  return (
    <CommandDialog
      empty="Nothing is called that."
      isOpen
      label="Search or run a command"
      onChoose={choose}
      onClose={onClose}
      onQuery={(next) => {
        setQuery(next);
        setStanding(commandsNow());
      }}
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

/**
 * The command as it is when it is run, and not as it was listed: another tenant may be chosen by then, whose events and
 * presets it is meant for.
 */
function runAsItIsNow(listed: Command, now: readonly Command[]): void {
  if (listed.section === EXCHANGES) return listed.run();
  const command = now.find(({ id }) => id === listed.id);
  if (command !== undefined) return command.run();
  showToast({ tone: "failed", title: `${listed.title}: not possible`, text: "It is not there any more." });
}

/** Asks for what can be done at this moment. */
function useCommandsNow(): () => readonly Command[] {
  const actions = useActionRunner();
  const { screen, goTo } = useNavigation();
  const run = (action: Action) => {
    const place = screenFor(action, screen);
    // What is done is to be seen.
    if (place !== null) flushSync(() => goTo(place));
    if (actions.run(action.id, null)) return;
    showToast({
      tone: "failed",
      title: `${action.title}: not possible`,
      text: "There is nothing to do it with.",
    });
  };
  const ofActions = () =>
    ACTIONS.filter(({ id }) => id !== "palette" && actions.isThere(id)).map((action) => ({
      id: `action:${action.id}`,
      section: "Actions",
      title: action.title,
      run: () => run(action),
    }));
  return () => [...ofActions(), ...actions.commands()];
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
