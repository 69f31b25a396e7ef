import { randomUUID } from "node:crypto";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import { isAsExpected } from "../../../shared/presets/as-expected.ts";
import { assertNever, failure, success, type Result } from "../../../shared/result/result.ts";
import type { SendTarget } from "../../core/send/types.ts";
import { confirmProduction } from "./confirm-production.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { hasError } from "./findings-output.ts";
import {
  readContent,
  readDestination,
  type Content,
  type Destination,
  type SendOptions,
} from "./send-options.ts";
import { printDryRun, printExchange } from "./send-output.ts";
import { readPayload, writeMessage, type Message } from "./send-payload.ts";
import { prepareTarget } from "./send-preparation.ts";
import { startSending, type Sending } from "./send-setup.ts";
import type { Terminal } from "./terminal.ts";

/** Sends one event, or says what would be sent. Whatever is sent is recorded in the workspace's history. */
export async function sendCommand(terminal: Terminal, options: SendOptions): Promise<Result<ExitCode>> {
  const destination = readDestination(options);
  if (!destination.ok) return destination;
  const content = readContent(options);
  if (!content.ok) return content;
  const sending = startSending(terminal, options);
  if (!sending.ok) return sending;
  try {
    return await run(sending.value, destination.value, content.value);
  } finally {
    await sending.value.closers.closeAll();
  }
}

async function run(sending: Sending, destination: Destination, content: Content): Promise<Result<ExitCode>> {
  const { options, service, terminal } = sending;
  const payload = await readPayload(sending, content);
  if (!payload.ok) return payload;
  const target = await prepareTarget(sending, destination, payload.value);
  if (!target.ok) return target;
  const message = writeMessage(payload.value, target.value);
  if (!message.ok) return message;
  const asJson = options.json === true;
  if (options.dryRun === true) {
    const dryRun =
      message.value.kind === "text"
        ? service.dryRunText(target.value, message.value.text)
        : service.dryRunBytes(target.value, message.value.bytes);
    printDryRun(terminal, dryRun, asJson);
    return success(hasError(dryRun.findings) ? EXIT.findings : EXIT.done);
  }
  const confirmed = confirmProduction(sending, target.value);
  if (!confirmed.ok) return confirmed;
  const preset = payload.value.kind === "preset" ? payload.value.preset : null;
  const exchange = await sendMessage(sending, target.value, message.value, preset);
  if (!exchange.ok) return withAdvice(exchange);
  printExchange(terminal, exchange.value, preset, asJson);
  const isMet = preset !== null && isAsExpected(preset.expected, exchange.value);
  return success(isMet ? EXIT.done : exitCodeFor(exchange.value, preset));
}

/** Ctrl+C cancels what is being sent; that too is recorded. */
async function sendMessage(
  { service, terminal }: Sending,
  target: SendTarget,
  message: Message,
  preset: Preset | null,
): Promise<Result<Exchange>> {
  const sendId = randomUUID();
  const context = preset === null ? {} : { presetId: preset.id, expected: preset.expected };
  const cancel = () => service.cancel(sendId);
  terminal.interrupted.addEventListener("abort", cancel, { once: true });
  try {
    return message.kind === "text"
      ? await service.sendText({ target, text: message.text, sendId, ...context })
      : await service.sendBytes({ target, bytes: message.bytes, sendId });
  } finally {
    terminal.interrupted.removeEventListener("abort", cancel);
  }
}

/** The send path speaks to every host; how a token is set is this one's to say. */
function withAdvice(refusal: Extract<Result<Exchange>, { ok: false }>): Result<never> {
  const { code, message, details } = refusal.error;
  if (code !== "secret.missing") return refusal;
  return failure(
    code,
    `${message} Here it is named by --token-env or --token-file, or asked for with --ask-token.`,
    details,
  );
}

/** Of a preset only that is done which came to what was expected of it, and that is asked for before. */
function exitCodeFor({ outcome }: Exchange, preset: Preset | null): ExitCode {
  switch (outcome) {
    case "accepted":
      return preset === null ? EXIT.done : EXIT.findings;
    case "rejected":
    case "unrecognised":
      return EXIT.findings;
    case "failed":
    case "cancelled":
      return EXIT.noAnswer;
    default:
      return assertNever(outcome);
  }
}
