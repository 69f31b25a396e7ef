import { Fragment, type ReactNode } from "react";
import type { Expected } from "../../../shared/domain/exchange.ts";
import type { Preset, PresetRunRow } from "../../../shared/domain/preset.ts";
import { whyUnexpected } from "../../../shared/presets/as-expected.ts";
import { Badge, OutcomeBadge } from "../../ui/badge.tsx";
import { CheckIcon, CrossIcon, MoreIcon } from "../../ui/icons.tsx";
import { MenuButton } from "../../ui/menu-button.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { TickBox } from "../../ui/tick-box.tsx";
import { groupPresets } from "./preset-list.ts";
import styles from "./presets.module.css";

export type PresetRowAction = "open" | "run" | "edit" | "copy" | "exchange" | "remove";

export type PresetsTableProps = {
  readonly presets: readonly Preset[];
  readonly results: ReadonlyMap<string, PresetRunRow>;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], isTicked: boolean) => void;
  readonly onAction: (action: PresetRowAction, preset: Preset) => void;
};

/** Presets with what is expected of each and what came of it in the last run. */
export function PresetsTable(props: PresetsTableProps): ReactNode {
  const { presets, ticked, onTick } = props;
  const ids = presets.map(({ id }) => id);
  const tickedCount = ids.filter((id) => ticked.has(id)).length;
  return (
    <div className={styles.sheet}>
      <table aria-label="Presets" className={styles.presets}>
        <thead>
          <tr>
            <th className={styles.tick} scope="col">
              <TickBox
                isPartly={tickedCount > 0}
                isTicked={tickedCount === ids.length && ids.length > 0}
                label="All presets"
                onTick={() => onTick(ids, tickedCount < ids.length)}
              />
            </th>
            <th scope="col">Preset</th>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
            <th className={styles.number} scope="col">
              HTTP
            </th>
            <th className={styles.number} scope="col">
              Time
            </th>
            <th scope="col">
              <span className={styles.hidden}>More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groupPresets(presets).map(({ title, presets: grouped }) => (
            <Fragment key={title ?? ""}>
              {title === null ? null : (
                <tr className={styles.group}>
                  <th colSpan={7} scope="colgroup">
                    {title}
                  </th>
                </tr>
              )}
              {grouped.map((preset) => (
                <Row {...props} key={preset.id} preset={preset} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ENTRIES = [
  { id: "open", label: "Open as a draft" },
  { id: "run", label: "Run this one" },
  { id: "edit", label: "Edit name and expectation" },
  { id: "copy", label: "Copy to another tenant or API..." },
  { id: "remove", label: "Delete" },
] as const satisfies readonly { readonly id: PresetRowAction; readonly label: string }[];

const EXCHANGE_ENTRY = { id: "exchange", label: "Show the exchange" } as const;

function Row(props: PresetsTableProps & { readonly preset: Preset }): ReactNode {
  const { preset, results, ticked, onTick, onAction } = props;
  const row = results.get(preset.id);
  const isTicked = ticked.has(preset.id);
  return (
    <tr>
      <td className={styles.tick}>
        <TickBox isTicked={isTicked} label={preset.name} onTick={() => onTick([preset.id], !isTicked)} />
      </td>
      <th className={styles.name} scope="row">
        <span className={styles.nameAndKind}>
          <button onClick={() => onAction("open", preset)} type="button">
            {preset.name}
          </button>
          {preset.negative ? <Badge tone="danger">negative</Badge> : null}
        </span>
      </th>
      <td className={styles.expected}>
        <span className={styles.expectation}>
          <OutcomeBadge outcome={preset.expected.outcome} />
          {preset.expected.rule === null ? null : <code>{preset.expected.rule}</code>}
        </span>
      </td>
      <td>
        <Actual expected={preset.expected} row={row} />
      </td>
      <td className={styles.number}>{row?.result?.status ?? ""}</td>
      <td className={styles.number}>{row?.result == null ? "" : formatMilliseconds(row.result.totalMs)}</td>
      <td>
        <MenuButton
          entries={row?.result == null ? ENTRIES : [EXCHANGE_ENTRY, ...ENTRIES]}
          label={`${preset.name}: more`}
          onAction={(action) => onAction(action, preset)}
          size="small"
          variant="quiet"
        >
          <MoreIcon />
        </MenuButton>
      </td>
    </tr>
  );
}

const STATES = {
  waiting: "waiting",
  running: "sending",
  stopped: "not sent",
  failed: "not sent",
  done: "",
} as const;

/** Judged by what is expected now, so that an expectation that is mended needs no other send. */
function Actual(props: { readonly row: PresetRunRow | undefined; readonly expected: Expected }): ReactNode {
  const { row, expected } = props;
  if (row === undefined) return <span className={styles.quiet}>not run</span>;
  const { result, problem, state } = row;
  if (result === null) {
    return (
      <span className={problem === null ? styles.quiet : styles.unexpected}>{problem ?? STATES[state]}</span>
    );
  }
  const why = whyUnexpected(expected, result);
  return (
    <span className={styles.actual} title={result.message}>
      <span className={why === null ? styles.met : styles.unexpected}>
        {why === null ? <CheckIcon /> : <CrossIcon />}
      </span>
      <OutcomeBadge outcome={result.outcome} />
      <span className={why === null ? styles.quiet : styles.unexpected}>{why ?? "as expected"}</span>
    </span>
  );
}
