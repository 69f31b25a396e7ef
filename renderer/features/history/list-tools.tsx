import type { ReactNode } from "react";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { Button } from "../../ui/button.tsx";
import { ChartIcon, ColumnsIcon, PauseIcon, PlayIcon } from "../../ui/history-icons.tsx";
import { ArrowDownIcon, ArrowUpIcon } from "../../ui/icons.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { TickBox } from "../../ui/tick-box.tsx";
import { ToggleButton } from "../../ui/toggle-button.tsx";
import { useHistoryView } from "./history-view-context.tsx";
import styles from "./list-tools.module.css";
import { useColumns } from "./use-columns.ts";

/** How the list is shown: whether it follows what is recorded, the charts, the columns. */
export function ListTools(): ReactNode {
  const { isPaused, setPaused } = useHistoryView();
  const historyCharts = useSetting("historyCharts");
  const updateSettings = useUpdateSettings();
  return (
    <>
      <ToggleButton
        isOn={!isPaused}
        label={isPaused ? "Paused: new exchanges are counted" : "Live: new exchanges come in"}
        onChange={(isLive) => setPaused(!isLive)}
      >
        {isPaused ? <PlayIcon /> : <PauseIcon />}
        {isPaused ? "Paused" : "Live"}
      </ToggleButton>
      <ToggleButton
        isOn={historyCharts}
        label="Charts"
        onChange={(isOn) => updateSettings(() => ({ historyCharts: isOn }))}
      >
        <ChartIcon />
      </ToggleButton>
      <PopoverButton renderSheet={() => <ColumnSheet />} label="Columns" size="small" variant="quiet">
        <ColumnsIcon />
      </PopoverButton>
    </>
  );
}

function ColumnSheet(): ReactNode {
  const { all, shown, change, reset } = useColumns();
  return (
    <>
      <ul aria-label="Columns" className={styles.columns}>
        {all.map(({ column, isShown }, index) => (
          <li className={styles.column} key={column.id}>
            <label className={styles.name}>
              <TickBox
                isDisabled={isShown && shown.length === 1}
                isTicked={isShown}
                label={column.name}
                onTick={() => change({ kind: "show", id: column.id, isShown: !isShown })}
              />
              {column.name}
            </label>
            <Button
              isDisabled={index === 0}
              label={`Move ${column.name} towards the beginning`}
              onPress={() => change({ kind: "move", id: column.id, by: -1 })}
              size="small"
              variant="quiet"
            >
              <ArrowUpIcon />
            </Button>
            <Button
              isDisabled={index === all.length - 1}
              label={`Move ${column.name} towards the end`}
              onPress={() => change({ kind: "move", id: column.id, by: 1 })}
              size="small"
              variant="quiet"
            >
              <ArrowDownIcon />
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={reset} size="small">
        As they come
      </Button>
    </>
  );
}
