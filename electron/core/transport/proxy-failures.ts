import { seconds, server, type Explanation, type FailureContext } from "./failure-context.ts";

/** The phases in which a request through a proxy has to do with the proxy and not yet with the server. */
const PROXY_PHASES = ["dns", "connect", "proxy"] as const satisfies readonly FailureContext["phase"][];

const CHECK_PROXY =
  "Nothing was sent. Check the proxy of the connection, and that this computer can reach it.";

/** What went wrong with the proxy itself; null where there is none, or it has done its part. */
export function explainProxy(context: FailureContext): Explanation | null {
  const { proxy, phase, code } = context;
  if (proxy === undefined || proxy === null || code === "CANCELLED") return null;
  if (!PROXY_PHASES.some((one) => one === phase)) return null;
  const explain = reasons[code];
  if (explain !== undefined) return explain(context, proxy);
  if (code.startsWith("HPE_")) return notHttp(context, proxy);
  return {
    code: "proxy.failed",
    message: `The proxy ${proxy} could not be used. The system says: ${context.detail}.`,
    nextStep: CHECK_PROXY,
  };
}

type Reason = (context: FailureContext, proxy: string) => Explanation;

const notFound: Reason = (_context, proxy) => ({
  code: "proxy.not-found",
  message: `The proxy ${proxy} could not be found: its name is not known, or no name server answered.`,
  nextStep: CHECK_PROXY,
});

const unreachable: Reason = (_context, proxy) => ({
  code: "proxy.unreachable",
  message: `The proxy ${proxy} does not accept connections, or there is no way to it from this computer.`,
  nextStep: CHECK_PROXY,
});

const timeout: Reason = ({ timeouts }, proxy) => ({
  code: "proxy.timeout",
  message: `The proxy ${proxy} had not connected the request within ${seconds(timeouts.connect)}.`,
  nextStep: CHECK_PROXY,
});

const closed: Reason = (context, proxy) => ({
  code: "proxy.closed",
  message: `The proxy ${proxy} closed the connection before it had opened a way to ${server(context)}.`,
  nextStep: "Nothing was sent. Check that the proxy speaks HTTP on this port and serves this host.",
});

const notHttp: Reason = (_context, proxy) => ({
  code: "proxy.not-http",
  message: `${proxy} did not answer as an HTTP proxy does.`,
  nextStep: "Nothing was sent. Check the address and port of the proxy.",
});

const authentication: Reason = (_context, proxy) => ({
  code: "proxy.authentication",
  message: `The proxy ${proxy} did not let the request through, because it wants a valid user name and password.`,
  nextStep: "Nothing was sent. Enter the proxy's user name and password in the connection.",
});

const refused: Reason = (context, proxy) => ({
  code: "proxy.refused",
  message: `The proxy ${proxy} refused to connect to ${server(context)} (${context.detail}).`,
  nextStep: "Nothing was sent. Ask whoever runs the proxy to allow this host, or send without it.",
});

const reasons: Readonly<Record<string, Reason>> = {
  ENOTFOUND: notFound,
  ENODATA: notFound,
  EAI_AGAIN: notFound,
  EAI_FAIL: notFound,
  ECONNREFUSED: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: timeout,
  PHASE_TIMEOUT: timeout,
  TOTAL_TIMEOUT: timeout,
  ECONNRESET: closed,
  EPIPE: closed,
  PROXY_AUTHENTICATION: authentication,
  PROXY_REFUSED: refused,
};
