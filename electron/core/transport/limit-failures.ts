import {
  MAY_HAVE_ARRIVED,
  mayHaveLeft,
  seconds,
  server,
  type Explain,
  type FailureTable,
} from "./failure-context.ts";

const notTaken: Explain = (context) => ({
  code: "send.timeout",
  message: `${server(context)} took in nothing of the request for ${seconds(context.timeouts.answer)}.`,
  nextStep: MAY_HAVE_ARRIVED,
});

const notAnswered: Explain = (context) => ({
  code: "answer.timeout",
  message: `${server(context)} took the request and did not answer within ${seconds(context.timeouts.answer)}.`,
  nextStep: MAY_HAVE_ARRIVED,
});

const stalled: Explain = (context) => ({
  code: "answer.stalled",
  message: `${server(context)} fell silent for ${seconds(context.timeouts.answer)} in the middle of its answer. What had arrived is kept.`,
  nextStep: MAY_HAVE_ARRIVED,
});

const notDone: Explain = (context) => ({
  code: "total.timeout",
  message: `The request was not done after ${seconds(context.timeouts.total)} and was stopped.`,
  nextStep: mayHaveLeft(context.phase)
    ? MAY_HAVE_ARRIVED
    : "Nothing was sent. Check the endpoint and the network connection.",
});

const cancelled: Explain = (context) =>
  mayHaveLeft(context.phase)
    ? {
        code: "cancelled",
        message: "The request was cancelled after it had begun to leave, before the whole answer was there.",
        nextStep: MAY_HAVE_ARRIVED,
      }
    : {
        code: "cancelled",
        message: "The request was cancelled before any of it was sent.",
        nextStep: "Send it again when you are ready.",
      };

/** Where the console itself stopped the request: a timeout of the tenant's connection, or the user. */
export const limitFailures: FailureTable = {
  "send PHASE_TIMEOUT": notTaken,
  "wait PHASE_TIMEOUT": notAnswered,
  "receive PHASE_TIMEOUT": stalled,
  TOTAL_TIMEOUT: notDone,
  CANCELLED: cancelled,
};
