import type { PasteResult } from "../../../shared/paste/types.ts";
import { createObservable, type Observable } from "../compose/observable.ts";

/** What was made of a text. `result` is null while there is none, or nothing that could read it. */
export type Recognition = { readonly text: string; readonly result: PasteResult | null };

/** Somebody who reads texts, one after another, and says what each is. */
export type Reader = { readonly read: (text: string) => void; readonly stop: () => void };

/** Starts a reader. It calls back once for each text, with null where reading broke down. */
export type StartReader = (onResult: (result: PasteResult | null) => void) => Reader;

export type Recogniser = {
  /** The last text that was made something of. */
  readonly recognition: Observable<Recognition>;
  /** Takes the text next; of those that come while another is read, only the last counts. */
  readonly read: (text: string) => void;
  /** Lets the reader go. The next text starts another. */
  readonly close: () => void;
};

/** Has texts recognised elsewhere, without ever having two waiting. */
export function createRecogniser(startReader: StartReader): Recogniser {
  const recognition = createObservable<Recognition>({ text: "", result: null });
  let reader: Reader | null = null;
  let reading: string | null = null;
  let next: string | null = null;

  function read(text: string): void {
    if (reading !== null) {
      next = text;
      return;
    }
    reading = text;
    reader ??= startReader(finish);
    reader.read(text);
  }
  function finish(result: PasteResult | null): void {
    if (reading !== null) recognition.set({ text: reading, result });
    // One that broke down may be gone for good.
    if (result === null) stop();
    reading = null;
    const waiting = next;
    next = null;
    if (waiting !== null) read(waiting);
  }
  function stop(): void {
    reader?.stop();
    reader = null;
  }
  return {
    recognition,
    read,
    close() {
      stop();
      reading = null;
      next = null;
    },
  };
}
