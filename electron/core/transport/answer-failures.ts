import {
  MAY_HAVE_ARRIVED,
  server,
  type Explain,
  type FailureContext,
  type FailureTable,
} from "./failure-context.ts";

/** Node reports a kept connection that its server closed at the same moment like any other reset. */
const resetBeforeAnswer: Explain = (context) =>
  context.reusedConnection
    ? {
        code: "connection.closed-idle",
        message: `${server(context)} closed the connection that was kept open from an earlier request, at the moment of sending.`,
        nextStep: `Nothing was sent a second time. ${MAY_HAVE_ARRIVED}`,
      }
    : {
        code: "connection.reset",
        message: `${server(context)} broke the connection before it had answered.`,
        nextStep: `${perhapsHttps(context)}${MAY_HAVE_ARRIVED}`,
      };

/** What a server that expects TLS does when it is spoken to without. */
function perhapsHttps({ tls, phase }: FailureContext): string {
  if (tls !== null || (phase !== "wait" && phase !== "send")) return "";
  return "The request went without TLS: check whether the endpoint has to begin with https. ";
}

const incomplete: Explain = (context) => ({
  code: "answer.incomplete",
  message: `${server(context)} ended the connection in the middle of its answer. What had arrived is kept.`,
  nextStep: MAY_HAVE_ARRIVED,
});

/** Anything that Node's parser refuses (codes `HPE_...`). */
export const notHttp: Explain = (context) => ({
  code: "answer.not-http",
  message: `The answer of ${server(context)} is not valid HTTP (${context.detail}).`,
  nextStep: "Check that the endpoint's scheme (http or https) and port are those of the API.",
});

const headersTooLong: Explain = (context) => ({
  code: "answer.headers-too-long",
  message: `The headers of the answer of ${server(context)} are longer than the console accepts.`,
  nextStep: "Check that the endpoint is the API's. An answer of the API has a few short headers.",
});

const invalidHeader: Explain = ({ detail }) => ({
  code: "header.invalid",
  message: `A header of the request cannot be sent: ${detail}.`,
  nextStep: "Remove line breaks and characters outside Latin-1 from the header.",
});

/** What can happen once the request is on its way. */
export const answerFailures: FailureTable = {
  ECONNRESET: resetBeforeAnswer,
  ECONNABORTED: resetBeforeAnswer,
  EPIPE: resetBeforeAnswer,
  INCOMPLETE_ANSWER: incomplete,
  HPE_INVALID_EOF_STATE: incomplete,
  "receive ECONNRESET": incomplete,
  HPE_HEADER_OVERFLOW: headersTooLong,
  ERR_INVALID_CHAR: invalidHeader,
  ERR_INVALID_HTTP_TOKEN: invalidHeader,
  ERR_HTTP_INVALID_HEADER_VALUE: invalidHeader,
};
