import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type ExchangeHandlers = Pick<Handlers, "exchange.send" | "exchange.cancel">;

export function createExchangeHandlers({ send }: Services): ExchangeHandlers {
  return {
    "exchange.send": (input, { windowId }) => send.send(input, windowId),
    "exchange.cancel": ({ sendId }) => success({ wasRunning: send.cancel(sendId) }),
  };
}
