import { randomUUID } from "node:crypto";
import type { Notice } from "../../shared/contract/calls.ts";

/** What went wrong without keeping the console from working, until the user has read it. */
export type Notices = {
  list(): readonly Notice[];
  add(severity: Notice["severity"], message: string): void;
  dismiss(id: string): void;
};

export function createNotices(onChange: () => void): Notices {
  let notices: readonly Notice[] = [];
  return {
    list: () => notices,
    add(severity, message) {
      notices = [...notices, { id: randomUUID(), severity, message }];
      onChange();
    },
    dismiss(id) {
      notices = notices.filter((notice) => notice.id !== id);
      onChange();
    },
  };
}
