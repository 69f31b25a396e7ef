import { isIP } from "node:net";
import type { ConnectionTestStep } from "../../../shared/contract/connection-calls.ts";
import type { TlsFacts } from "../../../shared/domain/exchange.ts";
import { assertNever } from "../../../shared/result/result.ts";
import type { Probe } from "./probe.ts";
import { proxyName, type Network } from "./types.ts";

type StepName = "dns" | "connect" | "proxy" | "tls";

/** What was found, one step after the other, in words; the steps after one that failed are left out. */
export function describeConnection(url: URL, network: Network, probe: Probe): ConnectionTestStep[] {
  const steps: ConnectionTestStep[] = [
    { name: "settings", outcome: "done", message: settingsWords(network), milliseconds: null },
  ];
  for (const name of stepsOf(url, network)) {
    const milliseconds = probe.timings[name] ?? null;
    const { failure } = probe;
    if (failure?.phase === name || (failure?.phase === "prepare" && name === "dns")) {
      const message = `${failure.message} ${failure.nextStep}`;
      return [...steps, { name, outcome: "failed", message, milliseconds }];
    }
    steps.push({
      name,
      outcome: milliseconds === null ? "skipped" : "done",
      message: words(name, url, network, probe),
      milliseconds,
    });
  }
  return steps;
}

function stepsOf(url: URL, { proxy }: Network): StepName[] {
  const isTunnelled = proxy !== null && url.protocol === "https:";
  return ["dns", "connect", ...(isTunnelled ? (["proxy"] as const) : []), "tls"];
}

function settingsWords({ proxy, tls }: Network): string {
  const parts = [
    proxy === null ? "No proxy is used." : `The proxy ${proxyName(proxy)} is used.`,
    ...(tls.ca === undefined ? [] : ["The CA file was read."]),
    ...(tls.cert === undefined && tls.pfx === undefined
      ? []
      : ["The client certificate was read; whether the server takes it shows with the first event."]),
  ];
  return parts.join(" ");
}

function words(name: StepName, url: URL, { proxy, tls }: Network, probe: Probe): string {
  const first = proxy === null ? url : proxy.url;
  const server = proxy === null ? "The server" : "The proxy";
  switch (name) {
    case "dns":
      return isIP(first.hostname.replaceAll(/^\[|\]$/g, "")) === 0
        ? `The name ${first.hostname} was found.`
        : "The address needs no look-up.";
    case "connect":
      return `${server} accepted the connection.`;
    case "proxy":
      return `The proxy opened a way to ${url.host}.`;
    case "tls":
      return probe.tls === null
        ? "There is no TLS: the address begins with http://."
        : tlsWords(probe.tls, tls.rejectUnauthorized);
    default:
      return assertNever(name);
  }
}

function tlsWords({ protocol, cipher, authorized, certificates }: TlsFacts, isChecked: boolean): string {
  const [leaf] = certificates;
  const certificate =
    leaf === undefined
      ? ""
      : ` The certificate is that of ${leaf.subject}, issued by ${leaf.issuer}, valid to ${leaf.validTo.slice(0, 10)}.`;
  const trust = authorized
    ? " It is trusted."
    : isChecked
      ? ""
      : " It is not trusted, and this connection does not check it.";
  return `${protocol} with ${cipher}.${certificate}${trust}`;
}
