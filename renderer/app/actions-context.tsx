import { createContext, use, useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import type { ActionId } from "./actions/table.ts";
import { keysWritten } from "./actions/table.ts";
import { isMac } from "./platform.ts";
import { useSetting } from "./use-setting.ts";

/** Does an action. `event` is the key's, null where it comes from the palette; false: not here, not now. */
export type ActionHandler = (event: KeyboardEvent | null) => boolean;

/** Something of the moment that the palette offers beside the actions: an event, a preset, a tenant, an exchange. */
export type Command = {
  /** The same each time, so that what was used lately is known again. */
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly detail?: string;
  /** Decides what other commands are done to, so that it waits for nothing. */
  readonly isImmediate?: true;
  readonly run: () => void;
};

type Registry = {
  readonly handlers: Map<ActionId, Set<ActionHandler>>;
  readonly commands: Map<string, () => readonly Command[]>;
};

const ActionsContext = createContext<Registry | null>(null);

/** Holds who does what: features say so as long as they are there. */
export function ActionsProvider(props: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState<Registry>(() => ({ handlers: new Map(), commands: new Map() }));
  return <ActionsContext value={registry}>{props.children}</ActionsContext>;
}

function useRegistry(): Registry {
  const registry = use(ActionsContext);
  if (registry === null) throw new Error("Actions were used outside of an ActionsProvider.");
  return registry;
}

/** Does these actions as long as the component is there. Which they are must not change; what they do may. */
export function useActions(handlers: Partial<Record<ActionId, ActionHandler>>): void {
  const registry = useRegistry();
  const handle = useEffectEvent(
    (id: ActionId, event: KeyboardEvent | null) => handlers[id]?.(event) ?? false,
  );
  const ids = Object.keys(handlers).join(" ");
  useEffect(() => {
    const added = ids.split(" ").map((id) => {
      const actionId = id as ActionId;
      const handler: ActionHandler = (event) => handle(actionId, event);
      const set = registry.handlers.get(actionId) ?? new Set();
      registry.handlers.set(actionId, set.add(handler));
      return () => set.delete(handler);
    });
    return () => added.forEach((remove) => remove());
  }, [registry, ids]);
}

/** Offers commands in the palette as long as the component is there; they are asked for when it opens. */
export function useCommands(source: string, commands: () => readonly Command[]): void {
  const registry = useRegistry();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const own = () => latest.current();
    registry.commands.set(source, own);
    return () => {
      if (registry.commands.get(source) === own) registry.commands.delete(source);
    };
  }, [registry, source]);
}

export type Actions = {
  /** Does an action with whoever does it now; false where nobody does. */
  readonly run: (id: ActionId, event: KeyboardEvent | null) => boolean;
  readonly isThere: (id: ActionId) => boolean;
  readonly commands: () => readonly Command[];
};

export function useActionRunner(): Actions {
  const registry = useRegistry();
  const [actions] = useState<Actions>(() => ({
    run: (id, event) => [...(registry.handlers.get(id) ?? [])].some((handler) => handler(event)),
    isThere: (id) => (registry.handlers.get(id)?.size ?? 0) > 0,
    commands: () => [...registry.commands.values()].flatMap((list) => list()),
  }));
  return actions;
}

/** The keys of an action as they are written beside its button, `Ctrl ⏎`; undefined where it has none. */
export function useShortcutHint(id: ActionId): string | undefined {
  const keys = useSetting("keys");
  return keysWritten(id, keys, isMac()) ?? undefined;
}
