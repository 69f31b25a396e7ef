import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import type { Vocabulary } from "../../../shared/completion/words.ts";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import { withoutPinned, withPinned, type TenantValues } from "../../../shared/domain/tenant-values.ts";
import type { RuleProfile } from "../../../shared/domain/tenant.ts";
import { exampleValue } from "../../../shared/examples/example-value.ts";
import { setParameter } from "../../../shared/form/edit-form.ts";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useSaveValues } from "../values/use-save-values.ts";
import type { DraftKey } from "./draft-store.ts";
import { findLastValue } from "./last-value.ts";
import { PlaceholderDialog } from "./placeholder-dialog.tsx";

/** What can be done with a parameter beyond the draft's text. The functions stay the same while the draft is written. */
export type ParameterTools = {
  readonly ruleProfile: RuleProfile;
  /** JSON texts by parameter name. */
  readonly pinned: ReadonlyMap<string, string>;
  /** null takes the pin away. */
  readonly pin: (name: string, valueText: string | null) => void;
  /** Takes the value that was last sent, if any was. */
  readonly takeLastSent: (name: string) => void;
  readonly choosePlaceholder: (name: string) => void;
  /** A value that breaks no rule, as JSON text; another one each time. null where there is none. */
  readonly example: (parameter: Parameter) => string | null;
};

const ToolsContext = createContext<ParameterTools | null>(null);

type OnEdit = (group: string | null, change: (text: string) => string) => void;

type ToolsProps = {
  readonly draftKey: DraftKey;
  readonly ruleProfile: RuleProfile;
  readonly values: TenantValues;
  readonly words: Vocabulary;
  readonly onEdit: OnEdit;
  readonly children: ReactNode;
};

/** Gives the form's rows their tools, and shows the dialog in which a placeholder is chosen. */
export function ParameterToolsProvider(props: ToolsProps): ReactNode {
  const { ruleProfile, values, onEdit } = props;
  const [choosingFor, setChoosingFor] = useState<string | null>(null);
  const pin = usePin(values);
  const takeLastSent = useLastSentValue(props.draftKey, onEdit);
  const tools = useMemo<ParameterTools>(
    () => ({
      ruleProfile,
      pinned: new Map(values.pinned.map(({ name, valueText }) => [name, valueText])),
      pin,
      takeLastSent,
      choosePlaceholder: setChoosingFor,
      example: (parameter) =>
        exampleValue(parameter, {
          mode: "plausible",
          random: Math.random,
          now: new Date(),
          profile: ruleProfile,
        }),
    }),
    [ruleProfile, values.pinned, pin, takeLastSent],
  );
  return (
    <ToolsContext value={tools}>
      {props.children}
      {choosingFor === null ? null : (
        <PlaceholderDialog
          onChoose={(placeholder) =>
            onEdit(null, (text) => setParameter(text, choosingFor, { kind: "text", text: placeholder }))
          }
          onClose={() => setChoosingFor(null)}
          parameter={choosingFor}
          words={props.words}
        />
      )}
    </ToolsContext>
  );
}

export function useParameterTools(): ParameterTools {
  const tools = use(ToolsContext);
  if (tools === null) throw new Error("useParameterTools was used outside of a ParameterToolsProvider.");
  return tools;
}

function usePin(values: TenantValues): ParameterTools["pin"] {
  const save = useSaveValues();
  return useCallback(
    (name, valueText) =>
      save(valueText === null ? withoutPinned(values, name) : withPinned(values, { name, valueText })),
    [save, values],
  );
}

function useLastSentValue(key: DraftKey, onEdit: OnEdit): ParameterTools["takeLastSent"] {
  const host = useHost();
  return useCallback(
    (name) =>
      void findLastValue(host, key, name).then((found) => {
        if (found.ok && found.value !== null) {
          const { value } = found;
          onEdit(null, (text) => setParameter(text, name, { kind: "json", text: value }));
          return undefined;
        }
        const text = found.ok
          ? `${name} is in none of the last exchanges of this event.`
          : found.error.message;
        showToast({ tone: "failed", title: "There is no last value", text });
        return undefined;
      }),
    [host, key, onEdit],
  );
}
