import { MAY_HAVE_ARRIVED, seconds, server, type Explain, type FailureTable } from "./failure-context.ts";

const nameNotFound: Explain = ({ hostname }) => ({
  code: "dns.not-found",
  message: `There is no host with the name ${hostname}.`,
  nextStep:
    "Check the spelling of the endpoint, and that this computer is on the network or VPN that knows the name.",
});

const nameServerSilent: Explain = ({ hostname }) => ({
  code: "dns.unavailable",
  message: `The name ${hostname} could not be looked up, because no name server answered.`,
  nextStep: "Check this computer's network connection and VPN, then send again.",
});

const nameTimeout: Explain = ({ hostname, timeouts }) => ({
  code: "dns.timeout",
  message: `The name ${hostname} was not found within ${seconds(timeouts.connect)}.`,
  nextStep: "Check this computer's network connection and VPN, then send again.",
});

const refused: Explain = (context) => ({
  code: "connect.refused",
  message: `${server(context)} refused the connection. Nothing accepts connections there.`,
  nextStep: "Check the port in the endpoint, and that the server is running.",
});

const unreachable: Explain = (context) => ({
  code: "connect.unreachable",
  message: `There is no route from this computer to ${server(context)}.`,
  nextStep: "Check the network connection, the VPN and the firewall, then send again.",
});

const blocked: Explain = (context) => ({
  code: "connect.blocked",
  message: `This computer does not allow a connection to ${server(context)}.`,
  nextStep: "Check the firewall and security software of this computer.",
});

const connectTimeout: Explain = (context) => ({
  code: "connect.timeout",
  message: `${server(context)} did not accept the connection within ${seconds(context.timeouts.connect)}.`,
  nextStep: "Check the endpoint, and whether a firewall or VPN is in the way. Nothing was sent.",
});

const connectionLost: Explain = (context) => ({
  code: "connection.lost",
  message: `${server(context)} no longer responds, and the system gave the connection up.`,
  nextStep: MAY_HAVE_ARRIVED,
});

const systemConnectTimeout: Explain = (context) => ({
  ...connectTimeout(context),
  message: `${server(context)} did not respond to the attempt to connect, and the system gave up.`,
});

const resetOnConnect: Explain = (context) => ({
  code: "connection.reset",
  message: `${server(context)} broke the connection while it was being opened.`,
  nextStep: "Nothing was sent. Check that the server is healthy, then send again.",
});

const closedInHandshake: Explain = (context) => ({
  code: "tls.closed",
  message: `${server(context)} closed the connection during the TLS handshake.`,
  nextStep:
    "Check that the endpoint's port speaks HTTPS, and whether the server asks for a TLS version or a client certificate.",
});

const handshakeTimeout: Explain = (context) => ({
  code: "tls.timeout",
  message: `The TLS handshake with ${server(context)} was not done within ${seconds(context.timeouts.connect)}.`,
  nextStep: "Check that the endpoint's port speaks HTTPS. Nothing was sent.",
});

const notTls: Explain = (context) => ({
  code: "tls.not-tls",
  message: `${server(context)} does not speak TLS on this port.`,
  nextStep:
    "Check the port. For a server on this computer that speaks plain HTTP, the endpoint begins with http://.",
});

/** Anything else that OpenSSL refuses (codes `ERR_SSL_...`). */
export const handshakeFailed: Explain = (context) => ({
  code: "tls.failed",
  message: `TLS with ${server(context)} failed (${context.code}).`,
  nextStep: "Give this code to the operator of the server. The server may ask for a client certificate.",
});

const noCommonTls: Explain = (context) => ({
  code: "tls.no-common-version",
  message: `${server(context)} and this console have no TLS version or cipher in common.`,
  nextStep: "Ask the operator of the server for TLS 1.2 or later.",
});

const tooManyConnections: Explain = () => ({
  code: "system.too-many-connections",
  message: "The system allows this program no further connection, because too many files are open.",
  nextStep: "Close other programs, or restart the console, then send again.",
});

/** What can happen before the request leaves. */
export const connectionFailures: FailureTable = {
  ENOTFOUND: nameNotFound,
  ENODATA: nameNotFound,
  EAI_AGAIN: nameServerSilent,
  EAI_FAIL: nameServerSilent,
  "dns PHASE_TIMEOUT": nameTimeout,
  ECONNREFUSED: refused,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  EACCES: blocked,
  EPERM: blocked,
  ETIMEDOUT: connectionLost,
  "connect ETIMEDOUT": systemConnectTimeout,
  "connect PHASE_TIMEOUT": connectTimeout,
  "connect ECONNRESET": resetOnConnect,
  "tls ECONNRESET": closedInHandshake,
  "tls EPIPE": closedInHandshake,
  "tls PHASE_TIMEOUT": handshakeTimeout,
  EPROTO: notTls,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notTls,
  ERR_SSL_HTTP_REQUEST: notTls,
  ERR_SSL_UNSUPPORTED_PROTOCOL: noCommonTls,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: noCommonTls,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: noCommonTls,
  ERR_SSL_SSL_TLS_ALERT_HANDSHAKE_FAILURE: noCommonTls,
  EMFILE: tooManyConnections,
  ENFILE: tooManyConnections,
};
