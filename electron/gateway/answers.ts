import type { Api } from "../../shared/domain/tenant.ts";

/** What goes back to the client: a status and a JSON body of the shape that the API's documents show. */
export type GatewayAnswer = { readonly status: number; readonly body: string };

/**
 * The answer to an accepted event. OptiEvent's carries the reference, as text because it has more digits than a client may
 * keep in a number; Realtime's has none. Source: "Response Examples" and "Response Example" of the vendor's two documents.
 */
export function acceptedAnswer(api: Api, reference: string): GatewayAnswer {
  return {
    status: 200,
    body:
      api === "optievent"
        ? JSON.stringify({ status: "success", message: reference })
        : JSON.stringify({ IsSuccess: true, Data: false }),
  };
}

/**
 * The answer to a refused event. The vendor's documents print OptiEvent's; of Realtime's they say only `IsSuccess`, so
 * `Message` is this gateway's own, because a tester needs the reason. The status is documented nowhere.
 */
export function refusedAnswer(api: Api, status: number, reason: string): GatewayAnswer {
  return {
    status,
    body:
      api === "optievent"
        ? JSON.stringify({
            status: "error",
            message: `Failed to validate the event with the following error - ${reason}`,
          })
        : JSON.stringify({ IsSuccess: false, Data: false, Message: reason }),
  };
}
