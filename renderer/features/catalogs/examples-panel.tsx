import { useMemo, useState, type ReactNode } from "react";
import { generateExample } from "../../../shared/examples/generate.ts";
import { invalidVariants, type InvalidVariant } from "../../../shared/examples/invalid-variants.ts";
import type { ExampleMode } from "../../../shared/examples/types.ts";
import { eventAt } from "../../../shared/catalog-edit/document.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PaneHeading, PaneScroll } from "../../ui/pane.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./catalogs.module.css";
import { useEditor } from "./use-catalog-editor.ts";
import { useExampleInput } from "./use-example-input.ts";
import { useOpenExample } from "./use-open-example.tsx";

const MODES = [
  { value: "plausible", label: "Plausible" },
  { value: "minimal", label: "Minimal" },
  { value: "maximal", label: "Maximal" },
] as const satisfies readonly { readonly value: ExampleMode; readonly label: string }[];

/** Events made of the catalog: right ones by a seed, and wrong ones that each break one rule. */
export function ExamplesPanel(): ReactNode {
  const { state, document } = useEditor();
  const event = eventAt(document, state.openedRow);
  if (event === null)
    return <EmptyState title="No event is open">Open one to have examples made of it.</EmptyState>;
  return <ExamplesOf event={event} key={state.openedRow} />;
}

function ExamplesOf({ event }: { readonly event: CatalogEvent }): ReactNode {
  const [mode, setMode] = useState<ExampleMode>("plausible");
  const [seed, setSeed] = useState("1");
  const [wrong, setWrong] = useState<string | null>(null);
  const input = useExampleInput(event, seed);
  const variants = useMemo(() => invalidVariants(input), [input]);
  const example = useMemo(() => generateExample(input, mode), [input, mode]);
  const chosen = variants.find(({ id }) => id === wrong) ?? null;
  const open = useOpenExample();
  const text = chosen?.text ?? example.text;
  return (
    <PaneScroll label="Examples">
      <div className={styles.examples}>
        <SegmentedControl
          label="Kind of example"
          onChange={(next) => {
            setMode(next);
            setWrong(null);
          }}
          options={MODES}
          value={chosen === null ? mode : null}
        />
        <div className={styles.seed}>
          <TextField inputMode="decimal" isMonospace label="Seed" onChange={setSeed} value={seed} />
          <Button onPress={() => setSeed(String((Number.parseInt(seed, 10) || 0) + 1))}>Another one</Button>
        </div>
        {chosen === null ? null : (
          <p>
            <Sentence text={`Breaks ${chosen.rule}: ${chosen.title}${alsoBroken(chosen.alsoBreaks)}`} />
          </p>
        )}
        {chosen === null && example.problems.length > 0 ? (
          <ul className={styles.problem}>
            {example.problems.map(({ message }) => (
              <li key={message}>
                <Sentence text={message} />
              </li>
            ))}
          </ul>
        ) : null}
        <div className={styles.exampleText}>
          <CodeView height="content" label="Example" text={text} />
        </div>
        <Button onPress={() => open.open(event, text)} variant="primary">
          Open in Compose
        </Button>
        {open.question}
        <Variants chosen={wrong} onChoose={setWrong} variants={variants} />
      </div>
    </PaneScroll>
  );
}

function Variants(props: {
  readonly variants: readonly InvalidVariant[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  return (
    <>
      <PaneHeading>{`Wrong on purpose, ${props.variants.length}`}</PaneHeading>
      <ul aria-label="Wrong on purpose" className={styles.variants}>
        {props.variants.map(({ id, title, rule, severity }) => (
          <li key={id}>
            <button
              aria-current={id === props.chosen}
              className={styles.version}
              onClick={() => props.onChoose(id)}
              type="button"
            >
              <span>
                <Sentence text={title} />
              </span>
              <span className={styles.versionTop}>
                <Badge tone={severity === "error" ? "danger" : "warning"}>{severity}</Badge>
                <code className={styles.muted}>{rule}</code>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function alsoBroken(rules: readonly string[]): string {
  return rules.length === 0 ? "" : `. The same value breaks ${rules.join(" and ")} too.`;
}
