import type { SendFailure } from "../../../shared/domain/exchange.ts";
import { answerFailures, notHttp } from "./answer-failures.ts";
import { explainCertificate } from "./certificate-failures.ts";
import { connectionFailures, handshakeFailed } from "./connection-failures.ts";
import { explainProxy } from "./proxy-failures.ts";
import {
  MAY_HAVE_ARRIVED,
  mayHaveLeft,
  server,
  type Explain,
  type Explanation,
  type FailureContext,
} from "./failure-context.ts";
import { limitFailures } from "./limit-failures.ts";

const table = new Map<string, Explain>(
  [connectionFailures, answerFailures, limitFailures].flatMap((failures) => Object.entries(failures)),
);

/**
 * Says in words what happened and what to do next. Pure: the phase and the code decide, entries for a code within a phase
 * before those for the code alone.
 */
export function explainFailure(context: FailureContext): SendFailure {
  const explanation =
    explainProxy(context) ??
    table.get(`${context.phase} ${context.code}`)?.(context) ??
    table.get(context.code)?.(context) ??
    explainCertificate(context) ??
    explainFamily(context);
  return { ...explanation, phase: context.phase };
}

/** Node names hundreds of parser and OpenSSL errors; those without an entry differ for people only in the detail. */
function explainFamily(context: FailureContext): Explanation {
  if (context.code.startsWith("HPE_")) return notHttp(context);
  if (context.code.startsWith("ERR_SSL_")) return handshakeFailed(context);
  return unexplained(context);
}

const unexplained: Explain = (context) => ({
  code: "request.failed",
  message: `The request to ${server(context)} failed. The system says: ${context.detail}.`,
  nextStep: mayHaveLeft(context.phase)
    ? MAY_HAVE_ARRIVED
    : "Nothing was sent. Check the endpoint and the network connection.",
});
