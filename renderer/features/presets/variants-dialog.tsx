import { useMemo, useState, type ReactNode } from "react";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import type { Connection, RuleProfile } from "../../../shared/domain/tenant.ts";
import { invalidVariants, type InvalidVariant } from "../../../shared/examples/invalid-variants.ts";
import { formatCount } from "../../ui/quantities.ts";
import { TickBox } from "../../ui/tick-box.tsx";
import { FormDialog } from "../vault/form-dialog.tsx";
import styles from "./presets.module.css";
import { usePresetActions } from "./use-preset-actions.ts";

export const VARIANTS_GROUP = "Negatives from the catalog";

export type VariantsSource = {
  readonly tenantId: string;
  readonly tenantNumber: number | null;
  readonly connection: Connection;
  readonly ruleProfile: RuleProfile;
  readonly event: CatalogEvent;
};

/** Makes negative presets of an event: one wrong thing each, with the rule it breaks and the outcome expected. */
export function VariantsDialog(props: {
  readonly source: VariantsSource;
  readonly presets: readonly Preset[];
  readonly onClose: () => void;
}): ReactNode {
  const { source, presets } = props;
  const { save } = usePresetActions();
  const taken = new Set(
    presets.filter(({ eventKey }) => eventKey === source.event.key).map(({ name }) => name),
  );
  const [variants] = useState(() => variantsOf(source));
  const fresh = useMemo(
    () => variants.filter(({ severity }) => severity === "error").map(({ id }) => id),
    [variants],
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(fresh));
  const chosen = variants.filter(({ id, title }) => ticked.has(id) && !taken.has(nameOf(title)));
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <FormDialog
      isBroad
      isSubmitDisabled={chosen.length === 0}
      onClose={props.onClose}
      onSubmit={async () => (await save(chosen.map((variant) => presetOf(variant, source)))).error}
      submitLabel={`Make ${formatCount(chosen.length, "preset", "presets")}`}
      title={`Negative presets of ${source.event.key}`}
    >
      <p className={styles.quiet}>
        Each is right but for one thing. Errors are expected to be rejected, warnings to be accepted.
      </p>
      <ul aria-label="What can be wrong" className={styles.variants}>
        {variants.map(({ id, title, rule, severity }) => (
          <li key={id}>
            <TickBox
              isTicked={ticked.has(id) && !taken.has(nameOf(title))}
              label={title}
              onTick={() => toggle(id)}
            />
            <span>{title}</span>
            <span className={styles.quiet}>{taken.has(nameOf(title)) ? "there already" : severity}</span>
            <code>{rule}</code>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

function variantsOf(source: VariantsSource): readonly InvalidVariant[] {
  const { connection, event, tenantNumber, ruleProfile } = source;
  return invalidVariants({
    api: connection.api,
    tenantNumber,
    connection,
    event,
    eventKey: event.key,
    ruleProfile,
    identity: null,
    seed: 1,
    now: new Date(),
  });
}

function nameOf(title: string): string {
  return title.replaceAll("`", "").slice(0, 200);
}

function presetOf(variant: InvalidVariant, { tenantId, connection, event }: VariantsSource): PresetInput {
  const isError = variant.severity === "error";
  return {
    id: null,
    tenantId,
    api: connection.api,
    eventKey: event.key,
    name: nameOf(variant.title),
    group: VARIANTS_GROUP,
    text: variant.text,
    variables: [],
    negative: true,
    expected: { outcome: isError ? "rejected" : "accepted", rule: variant.rule },
  };
}
