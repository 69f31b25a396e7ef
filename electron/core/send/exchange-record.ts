import { judgeAnswer } from "../../../shared/answers/judge.ts";
import { clockOffset } from "../../../shared/answers/clock-offset.ts";
import type {
  ConnectionRecord,
  Exchange,
  Expected,
  Header,
  Outcome,
  ResponseRecord,
} from "../../../shared/domain/exchange.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { withoutCredentials } from "../transport/address.ts";
import { CANCELLED, type TransportResponse, type TransportResult } from "../transport/types.ts";
import { readBody, recordAnswer, type RecordedAnswer, type RedactLong } from "./answer-record.ts";
import { newExchangeId } from "./exchange-id.ts";
import type { Outgoing } from "./outgoing.ts";
import { readEventFacts } from "./read-event.ts";
import { redactExchange } from "./redact-exchange.ts";
import type { SendContext, SendTarget } from "./types.ts";

export type ExchangeInput = {
  readonly target: SendTarget;
  readonly outgoing: Outgoing;
  readonly result: TransportResult;
  /** Of the body with its secrets in. */
  readonly byteLength: number;
  readonly sentAt: Date;
  readonly context: SendContext;
  /** The draft's text before its placeholders were filled in; null where bytes were given. */
  readonly draftText: string | null;
  readonly appVersion: string;
  readonly redact: (text: string) => string;
  /** Of the answer's body, which can be long. */
  readonly redactLong: RedactLong;
};

/** Everything known of a request and what came of it, as history keeps it. No credential is in it, in any encoding. */
export async function describeExchange(input: ExchangeInput): Promise<Exchange> {
  const verdict = await judge(input.result, { ...input, api: input.target.connection.api });
  return redactExchange(withVerdict(describeSending(input), verdict), input.redact);
}

/** An exchange but for what its answer says; not redacted. */
export type Sending = Omit<Exchange, keyof Verdict> & Pick<Exchange, "remarks">;

/** What is known of an exchange without having looked into its answer. Takes no longer for a long one. */
export function describeSending(input: Omit<ExchangeInput, "redact" | "redactLong">): Sending {
  const { target, outgoing, result } = input;
  const { api } = target.connection;
  const catalog = target.catalog;
  return {
    id: newExchangeId(input.sentAt),
    sentAt: input.sentAt.toISOString(),
    api,
    tenant: describeTenant(target),
    catalog: catalog && { id: catalog.id, name: catalog.catalog.name, version: catalog.version },
    ...readEventFacts(outgoing.text, api, catalog?.catalog ?? null),
    request: {
      method: "POST",
      url: withoutCredentials(outgoing.url),
      headers: withReferences(result.requestHeaders, outgoing.headers),
      text: outgoing.text,
      byteLength: input.byteLength,
    },
    remarks: [...outgoing.remarks, ...connectionRemarks(result)],
    failure: result.failure,
    timings: result.timings,
    remoteAddress: result.remoteAddress,
    reusedConnection: result.reusedConnection,
    tls: result.tls,
    findings: [...outgoing.findings],
    negative: isNegative(outgoing.findings, input.context.expected ?? null),
    appVersion: input.appVersion,
    connection: describeConnection(target),
    clockOffsetMs: readClockOffset(input),
    draftText: input.draftText,
    ...describeContext(input.context),
    imported: null,
  };
}

/** The whole exchange; not redacted, but for the answer's body and headers. */
export function withVerdict(sending: Sending, verdict: Verdict): Exchange {
  return { ...sending, ...verdict, remarks: [...sending.remarks, ...verdict.remarks] };
}

/** Wrong on purpose: sent although an error was known, or said beforehand to break a rule or to be refused. */
function isNegative(findings: readonly Finding[], expected: Expected | null): boolean {
  if (expected !== null && (expected.rule !== null || expected.outcome === "rejected")) return true;
  return findings.some(({ severity }) => severity === "error");
}

/** How it got there, where that was not simply straight and checked. */
function connectionRemarks({ proxy, tls, failure }: TransportResult): string[] {
  const isThrough = failure === null || !["prepare", "dns", "connect", "proxy"].includes(failure.phase);
  const sentence = isThrough ? "The request went" : "The request was to go";
  const viaProxy = proxy === null ? [] : [`${sentence} through the proxy ${proxy}.`];
  const isUnchecked = tls !== null && !tls.authorized && failure === null;
  return isUnchecked ? [...viaProxy, UNCHECKED] : viaProxy;
}

const UNCHECKED =
  "The server's certificate was not checked, because the connection says so: anybody on the way could have answered.";

export type Verdict = {
  readonly outcome: Outcome;
  readonly message: string;
  readonly reference: string | null;
  readonly remarks: string[];
  readonly response: ResponseRecord | null;
};

/** A part of an answer is kept but not judged: what it would have said in the end is not known. */
export async function judge(
  { response, failure }: Pick<TransportResult, "response" | "failure">,
  { api, redact, redactLong }: Pick<ExchangeInput, "redact" | "redactLong"> & { readonly api: Api },
): Promise<Verdict> {
  const recorded = response === null ? null : await recordAnswer(response, redact, redactLong);
  const recordRemarks = recorded?.remarks ?? [];
  if (failure !== null || response === null) {
    return {
      outcome: failure?.code === CANCELLED ? "cancelled" : "failed",
      message: failure?.message ?? "There was no answer.",
      reference: null,
      remarks: [...recordRemarks],
      response: recorded?.response ?? null,
    };
  }
  const { outcome, reference, ...words } = judgeResponse(api, response, recorded);
  const remarks = [...words.remarks, ...recordRemarks];
  return { outcome, reference, message: words.message, remarks, response: recorded?.response ?? null };
}

/**
 * The answer as it came decides. Its words are those of the answer without credentials: they quote the beginnings of texts, and a
 * credential that was cut in two could not be found any more.
 */
function judgeResponse(api: Api, response: TransportResponse, recorded: RecordedAnswer | null) {
  const { status, headers, truncated } = response;
  const body = readBody(response.body);
  const judged = judgeAnswer({ api, status, headers, body, truncated });
  if (recorded === null) return judged;
  const { quotable } = recorded;
  const { headers: harmless } = recorded.response;
  const isAsItCame = quotable === body && harmless.every(([, value], index) => value === headers[index]?.[1]);
  if (isAsItCame) return judged;
  const worded = judgeAnswer({ api, status, headers: harmless, body: quotable ?? "", truncated });
  return quotable !== null && worded.outcome === judged.outcome
    ? { ...judged, message: worded.message, remarks: worded.remarks }
    : { ...judged, message: WITHOUT_WORDS[judged.outcome], remarks: [] };
}

/** Where the answer cannot be quoted. */
const WITHOUT_WORDS = {
  accepted: "The event was accepted.",
  rejected: "The event was refused.",
  unrecognised: "The answer fits no documented shape.",
} as const;

function describeContext({ draftId, presetId, expected, partOfRun }: SendContext) {
  return {
    draftId: draftId ?? null,
    presetId: presetId ?? null,
    expected: expected ?? null,
    run: partOfRun ?? null,
  };
}

function describeConnection({ connection }: SendTarget): ConnectionRecord {
  const { endpoint, signed, proxy, verifyTls } = connection;
  return { endpoint: withoutCredentials(endpoint), signed, proxy: proxy.kind, verifyTls };
}

function readClockOffset({ result, sentAt }: Pick<ExchangeInput, "result" | "sentAt">): number | null {
  if (result.response === null) return null;
  const answeredAt = sentAt.getTime() + result.timings.total;
  return clockOffset(result.response.headers, sentAt.getTime(), answeredAt);
}

function describeTenant({ tenant }: SendTarget): Exchange["tenant"] {
  return tenant === null ? null : { id: tenant.id, name: tenant.name, kind: tenant.kind };
}

/** The headers as they went, but those that were filled in with a secret as they were composed. */
function withReferences(sent: readonly Header[], composed: readonly Header[]): Header[] {
  // Before anything left there is only what would have been sent.
  if (sent.length === 0) return [...composed];
  return sent.map(([name, value]): Header => {
    const original = composed.find(([composedName]) => composedName === name);
    return original?.[1].includes("{{secret:") === true ? original : [name, value];
  });
}
