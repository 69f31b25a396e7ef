import { useEffect, useEffectEvent, useState, type DragEvent } from "react";
import { readFile, type ImportSource } from "./import-source.ts";
import { useSentPayloads } from "./use-sent-payloads.ts";

export type ImportInput = {
  /** Why there is nothing to read, or nothing was taken. */
  readonly problem: string | null;
  readonly say: (problem: string) => void;
  readonly change: (source: ImportSource) => void;
  readonly takeFile: (file: File) => void;
  readonly takeSent: () => void;
  readonly onDrop: (event: DragEvent) => void;
};

/** The ways in: typed or pasted, a file chosen or dropped, or what was sent to the tenant. */
export function useImportInput(onSource: (source: ImportSource) => void, dropped: File | null): ImportInput {
  const [problem, setProblem] = useState<string | null>(null);
  const sent = useSentPayloads();
  const take = (source: ImportSource | string) => {
    if (typeof source === "string") return setProblem(source);
    setProblem(null);
    return onSource(source);
  };
  const takeFile = (file: File) => void readFile(file).then(take);
  const takeDropped = useEffectEvent((file: File) => takeFile(file));
  useEffect(() => {
    if (dropped !== null) takeDropped(dropped);
  }, [dropped]);
  return {
    problem,
    say: setProblem,
    change: take,
    takeFile,
    takeSent: () => void sent().then(take),
    onDrop(event) {
      const [file] = event.dataTransfer.files;
      const text = event.dataTransfer.getData("text/plain");
      if (file === undefined && text === "") return;
      event.preventDefault();
      event.stopPropagation();
      if (file === undefined) take({ input: text, fileName: null });
      else takeFile(file);
    },
  };
}
