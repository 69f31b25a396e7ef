import type { Page } from "@playwright/test";

/** A console that a spec drives, whichever host it runs in. */
export type RunningConsole = {
  readonly page: Page;
  /** Ends it as a user would. */
  close(): Promise<void>;
  /** Ends it as a power cut would: kill -9, nothing flushed. */
  kill(): Promise<void>;
};

export type OpenOptions = {
  readonly workspace: string;
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
};
