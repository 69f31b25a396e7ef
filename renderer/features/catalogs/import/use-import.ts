import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ColumnRole } from "../../../../shared/catalog-import/tables/columns.ts";
import type { ImportFormat, ImportTable } from "../../../../shared/catalog-import/types.ts";
import type { Catalog } from "../../../../shared/domain/catalog.ts";
import { createBackground, type Done, type Worker as Reader } from "../../compose/background.ts";
import type { ImportJob, ImportReading } from "./import-job.ts";
import { catalogNameOf, isNothing, NOTHING, type ImportSource } from "./import-source.ts";

type Mapping = readonly (ColumnRole | null)[];

export type ImportState = {
  readonly source: ImportSource;
  readonly setSource: (source: ImportSource) => void;
  /** What the source is read as; null for what its content says. */
  readonly format: ImportFormat | null;
  readonly setFormat: (format: ImportFormat | null) => void;
  readonly setMapping: (table: number, mapping: Mapping) => void;
  /** Whether the first row of a table is data. What its columns mean is told anew by that. */
  readonly setFirstRowIsData: (table: number, isData: boolean) => void;
  /** null while there is nothing read, or it broke down. */
  readonly reading: ImportReading | null;
  /** Those of the source, as last read: they stay while it is read again, so that the keyboard does. */
  readonly tables: readonly ImportTable[];
  readonly isReading: boolean;
  /** The reader broke down, which it never should. */
  readonly isBroken: boolean;
};

/** Reads a source beside the window, again with each correction. Another source starts without any. */
export function useImport(current: Catalog | null): ImportState {
  const [source, setSource] = useState(NOTHING);
  const [format, setFormat] = useState<ImportFormat | null>(null);
  const [mappings, setMappings] = useState<readonly (Mapping | undefined)[]>([]);
  const [firstRowIsData, setFirstRowIsData] = useState<readonly (boolean | undefined)[]>([]);
  const [background] = useState(() => createBackground<ImportJob, ImportReading>(startReader));
  const job = useMemo(
    () => jobOf(source, { format, mappings, firstRowIsData, current }),
    [source, format, mappings, firstRowIsData, current],
  );
  useEffect(() => () => background.close(), [background]);
  useEffect(() => {
    if (job !== null) background.run(job);
  }, [background, job]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  const isDone = job !== null && done?.job === job;
  return {
    source,
    setSource(next) {
      // What is being read of the last one is of no use any more.
      background.close();
      setMappings([]);
      setFirstRowIsData([]);
      setFormat(null);
      setSource(next);
    },
    format,
    setFormat,
    setMapping: (table, mapping) => setMappings((known) => withItem(known, table, mapping)),
    setFirstRowIsData(table, isData) {
      setMappings((known) => withItem(known, table, undefined));
      setFirstRowIsData((known) => withItem(known, table, isData));
    },
    reading: isDone ? done.output : null,
    tables: job === null ? [] : tablesOf(done, job),
    isReading: job !== null && !isDone,
    isBroken: isDone && done.output === null,
  };
}

/** The tables of this source that were found last, with the columns as they are chosen now. */
function tablesOf(done: Done<ImportJob, ImportReading> | null, job: ImportJob): readonly ImportTable[] {
  if (done?.output == null) return [];
  const isSame = done.job.input === job.input && done.job.options.format === job.options.format;
  if (!isSame) return [];
  const { tables } = done.output.result;
  if (done.job === job) return tables;
  const { mappings, firstRowIsData } = job.options;
  return tables.map((table, index) => corrected(table, mappings?.[index], firstRowIsData?.[index]));
}

function corrected(table: ImportTable, mapping?: Mapping, isFirstRowData?: boolean): ImportTable {
  return {
    ...table,
    mapping: mapping ?? table.mapping,
    isFirstRowData: isFirstRowData ?? table.isFirstRowData,
  };
}

/** The list with an item at its place, and nothing in places before it that had none. */
function withItem<Item>(
  list: readonly (Item | undefined)[],
  place: number,
  item: Item | undefined,
): readonly (Item | undefined)[] {
  return Array.from({ length: Math.max(list.length, place + 1) }, (_none, index) =>
    index === place ? item : list[index],
  );
}

type Corrections = {
  readonly format: ImportFormat | null;
  readonly mappings: readonly (Mapping | undefined)[];
  readonly firstRowIsData: readonly (boolean | undefined)[];
  readonly current: Catalog | null;
};

function jobOf(
  source: ImportSource,
  { format, mappings, firstRowIsData, current }: Corrections,
): ImportJob | null {
  if (isNothing(source)) return null;
  const name = catalogNameOf(source.fileName);
  const options = {
    known: current,
    mappings,
    firstRowIsData,
    ...(format === null ? {} : { format }),
    ...(name === undefined ? {} : { name }),
  };
  return { input: source.input, options, current };
}

function startReader(onDone: (reading: ImportReading | null) => void): Reader<ImportJob> {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ImportReading>) => onDone(data));
  worker.addEventListener("error", () => onDone(null));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    run: (job) => worker.postMessage(job),
    stop: () => worker.terminate(),
  };
}
