import type { SendInput } from "../../../shared/contract/calls.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { AppError } from "../../../shared/result/result.ts";
import type { Host } from "../../host/host.ts";
import { createObservable, type Observable } from "./observable.ts";

/** How it stands with the last send of a draft. `failed` is the console's own failure: there is no exchange. */
export type SendState =
  | {
      readonly kind: "running";
      readonly sendId: string;
      readonly startedAt: number;
      /** What the send before came to; shown until there is something newer. */
      readonly previous: Exchange | null;
    }
  | { readonly kind: "answered"; readonly exchange: Exchange }
  | { readonly kind: "failed"; readonly error: AppError };

export type SendStore = {
  /** By draft id. */
  readonly sends: Observable<ReadonlyMap<string, SendState>>;
  /** Does nothing while this draft's last send still runs. Done when the answer is there. */
  send(draftId: string, input: Omit<SendInput, "sendId" | "draftId">): Promise<void>;
  /** Asks to stop this draft's running send; the exchange then comes back as cancelled. */
  cancel(draftId: string): Promise<void>;
};

export type SendStoreOptions = {
  readonly host: Pick<Host, "call">;
  readonly newId: () => string;
  readonly now: () => number;
};

/** Sends drafts and keeps what came of each, so that a send outlives the screen it was started from. */
export function createSendStore({ host, newId, now }: SendStoreOptions): SendStore {
  const sends = createObservable<ReadonlyMap<string, SendState>>(new Map());
  const put = (id: string, state: SendState) => sends.set(new Map(sends.get()).set(id, state));
  return {
    sends,
    async send(draftId, input) {
      const last = sends.get().get(draftId);
      if (last?.kind === "running") return;
      const previous = last?.kind === "answered" ? last.exchange : null;
      const sendId = newId();
      put(draftId, { kind: "running", sendId, startedAt: now(), previous });
      const result = await host.call("exchange.send", { ...input, sendId, draftId });
      if (result.ok) put(draftId, { kind: "answered", exchange: result.value });
      else put(draftId, { kind: "failed", error: result.error });
    },
    async cancel(draftId) {
      const state = sends.get().get(draftId);
      if (state?.kind === "running") await host.call("exchange.cancel", { sendId: state.sendId });
    },
  };
}
