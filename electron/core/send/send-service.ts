import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Exchange, SendFailure } from "../../../shared/domain/exchange.ts";
import { PROGRAM } from "../../../shared/contract/dispatch.ts";
import type { Redactor } from "../../../shared/redaction/redact.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { guardTarget } from "../guard/guard-target.ts";
import type { RunPermit } from "../guard/run-permits.ts";
import type { Environment } from "../network/choose-proxy.ts";
import { readNetwork } from "../network/read-network.ts";
import { systemEnvironment } from "../network/system-environment.ts";
import { DIRECT, type NetworkReading } from "../network/types.ts";
import { notAttempted } from "../transport/transport.ts";
import { describeDryRun } from "./dry-run.ts";
import { describeExchange, describeSending } from "./exchange-record.ts";
import { fillSecrets, type WireRequest } from "./fill-secrets.ts";
import { LONG_ANSWER_BYTES, type LongAnswers } from "./long-answers.ts";
import { notRecorded } from "./not-recorded.ts";
import { composeText, takeBytes, type Outgoing } from "./outgoing.ts";
import { ownerOf, resolveTenantTarget } from "./resolve-target.ts";
import { createRunningSends } from "./running-sends.ts";
import { checkSecretHost } from "./secret-host.ts";
import type { SendContext, SendDependencies, SendService, SendTarget } from "./types.ts";

export type { SendService } from "./types.ts";

type PreparedAttempt = Attempt & { readonly network: NetworkReading };

type Attempt = {
  readonly target: SendTarget;
  readonly windowId: string;
  readonly outgoing: Outgoing;
  readonly sentAt: Date;
  readonly run?: RunPermit | undefined;
  readonly context: SendContext;
  readonly draftText: string | null;
};

/** Makes the send path: compose, ask the guard, fill in secrets, send once, judge, record durably, and only then answer. */
export function createSendService(dependencies: SendDependencies): SendService {
  const { clock, random, secrets, guard } = dependencies;
  const running = createRunningSends();

  async function send(attempt: Attempt, sendId: string = randomUUID()): Promise<Result<Exchange>> {
    // A token that belongs to no tenant is known here first, and must be hidden from here on.
    if (attempt.target.token !== null) secrets.protect(attempt.target.token);
    const { target, outgoing, windowId } = attempt;
    const permitted = guardTarget(guard, windowId, target, attempt.run ?? null);
    if (!permitted.ok) return permitted;
    // Most connections have nothing to wait for, and what is cancelled right after it was sent must be found.
    const reading = networkOf(dependencies, target);
    const network = reading instanceof Promise ? await reading : reading;
    const allowed = checkSecretHost(target, outgoing, network.ok ? network.network.proxy : null);
    if (!allowed.ok) return allowed;
    const wire = fillSecrets(outgoing, target.token, ownerOf(target));
    if (!wire.ok) return explainMissing(secrets, target, wire);
    return running.run(sendId, (signal) =>
      sendAndRecord(dependencies, { ...attempt, network }, wire.value, signal),
    );
  }

  const service: SendService = {
    async send(input, windowId = PROGRAM.windowId) {
      const target = resolveTenantTarget(dependencies, input.tenantId, input.api, input.variables);
      return target.ok ? await service.sendText({ ...input, windowId, target: target.value }) : target;
    },
    resolve: (tenantId, api, own) => resolveTenantTarget(dependencies, tenantId, api, own),
    sendText({ target, windowId = PROGRAM.windowId, text, sendId, run, ...context }) {
      const sentAt = clock.now();
      const outgoing = composeText(target, text, sentAt, random);
      return send({ target, windowId, outgoing, sentAt, context, draftText: text, run }, sendId);
    },
    sendBytes({ target, windowId = PROGRAM.windowId, bytes, sendId, ...context }) {
      const sentAt = clock.now();
      const outgoing = takeBytes(target, bytes, sentAt);
      return send({ target, windowId, outgoing, sentAt, context, draftText: null }, sendId);
    },
    dryRunText: (target, text) =>
      describeDryRun(target, composeText(target, text, clock.now(), random), secrets),
    dryRunBytes: (target, bytes) => describeDryRun(target, takeBytes(target, bytes, clock.now()), secrets),
    cancel: (sendId) => running.cancel(sendId),
    close: () => running.close(),
  };
  return service;
}

async function sendAndRecord(
  { transport, secrets, history, longAnswers, appVersion }: SendDependencies,
  { target, outgoing, sentAt, context, draftText, network }: PreparedAttempt,
  wire: WireRequest,
  signal: AbortSignal,
): Promise<Result<Exchange>> {
  const { timeouts } = target.connection;
  // The vault may be locked before the answer is there, and then forgets what the answer must not show.
  const redactAtStart = secrets.currentRedactor();
  const secretsAtStart = secrets.currentSecrets();
  const result = !network.ok
    ? notAttempted(network.failure)
    : target.url === null
      ? notAttempted(GATEWAY_NOT_RUNNING)
      : await transport.send({ ...wire, url: target.url, timeouts, signal, network: network.network });
  const facts = {
    target,
    outgoing,
    result,
    sentAt,
    context,
    draftText,
    appVersion,
    byteLength: wire.body.length,
  };
  const { response } = result;
  if (longAnswers !== undefined && response !== null && response.body.length > LONG_ANSWER_BYTES) {
    const isSame = redactAtStart === secrets.currentRedactor();
    return recordLong(longAnswers, {
      sending: describeSending(facts),
      response,
      failure: result.failure,
      secrets: isSame ? [secretsAtStart] : [secretsAtStart, secrets.currentSecrets()],
    });
  }
  // What was known when the request left, and what is known now; mostly the same, and then once is enough.
  const redactors = () => [...new Set([redactAtStart, secrets.currentRedactor()])];
  const exchange = await describeExchange({
    ...facts,
    redact: (text) => redactors().reduce((redacted, redact) => redact(redacted), text),
    redactLong: (text) => redactLong(text, redactors()),
  });
  try {
    await history.append(exchange);
  } catch (error) {
    return notRecorded(exchange, error);
  }
  return success(exchange);
}

async function recordLong(
  longAnswers: Pick<LongAnswers, "record">,
  job: Parameters<LongAnswers["record"]>[0],
): Promise<Result<Exchange>> {
  const { exchange, error } = await longAnswers.record(job);
  return error === null ? success(exchange) : notRecorded(exchange, error);
}

/** A text of more UTF-16 units is redacted in steps, between which everything else goes on. */
const LONG_TEXT = 500_000;

function redactLong(text: string, redactors: readonly Redactor[]): string | Promise<string> {
  const [first, ...others] = redactors;
  if (first === undefined) return text;
  if (text.length <= LONG_TEXT) return others.reduce((redacted, redact) => redact(redacted), first(text));
  return others.reduce(
    async (redacted, redact) => redact.gradually(await redacted, setImmediate),
    first.gradually(text, setImmediate),
  );
}

/** A token that is set and cannot be read is not "none is set". */
function explainMissing(
  secrets: SendDependencies["secrets"],
  { tenant, connection }: SendTarget,
  missing: Result<never>,
): Result<never> {
  const refusal = tenant === null ? null : secrets.refusal(tenant.id, connection.api);
  return refusal === null ? missing : { ok: false, error: refusal };
}

function networkOf(
  { secrets, environment, resolveProxy }: SendDependencies,
  target: SendTarget,
): NetworkReading | Promise<NetworkReading> {
  const { tenant, connection, url } = target;
  if (url === null) return { ok: true, network: DIRECT };
  const read = (system: Environment) => readNetwork({ tenant, connection, url }, secrets, system);
  const system = systemEnvironment({ environment, resolveProxy }, connection, url);
  return system instanceof Promise ? system.then(read) : read(system);
}

const GATEWAY_NOT_RUNNING: SendFailure = {
  code: "gateway.not-running",
  phase: "prepare",
  message: "The local gateway does not run, so nothing was sent.",
  nextStep: "Close the console and start it again, or give the tenant the address of another server.",
};
