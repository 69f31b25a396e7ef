import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { withoutRestOfBody } from "../history/body-pieces.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type ExchangeHandlers = Pick<Handlers, "exchange.send" | "exchange.cancel">;

export function createExchangeHandlers({ send }: Services): ExchangeHandlers {
  return {
    "exchange.send": async (input, { windowId }) => {
      const sent = await send.send(input, windowId);
      return sent.ok ? success(withoutRestOfBody(sent.value)) : sent;
    },
    "exchange.cancel": ({ sendId }) => success({ wasRunning: send.cancel(sendId) }),
  };
}
