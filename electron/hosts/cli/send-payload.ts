import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Preset } from "../../../shared/domain/preset.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import type { SendTarget } from "../../core/send/types.ts";
import { writeEventText } from "./event-text.ts";
import { readInputBytes } from "./read-input.ts";
import { recogniseApi } from "../../../shared/paste/recognise-api.ts";
import { findPreset } from "./find-preset.ts";
import type { Content } from "./send-options.ts";
import type { Sending } from "./send-setup.ts";

/** What is to be sent before it is known where to: an event still needs the catalog and the connection to be written. */
export type Payload =
  | Extract<Content, { kind: "event" }>
  | { readonly kind: "preset"; readonly preset: Preset }
  | { readonly kind: "body"; readonly bytes: Uint8Array };

/** Codes: those of `readInputBytes` and of `findPreset`. */
export async function readPayload(
  { terminal, workspace, options }: Sending,
  content: Content,
): Promise<Result<Payload>> {
  if (content.kind === "event") return success(content);
  if (content.kind === "preset") {
    const preset = findPreset(workspace.presets.list(options.tenant ?? ""), {
      ...content,
      api: options.api ?? null,
    });
    return preset.ok ? success({ kind: "preset", preset: preset.value }) : preset;
  }
  const bytes = await readInputBytes(terminal, content.source);
  return bytes.ok ? success({ kind: "body", bytes: bytes.value }) : bytes;
}

/** The API that a body or preset is written for; null for an event, which can be written for either. */
export function apiOf(payload: Payload): Api | null {
  if (payload.kind === "preset") return payload.preset.api;
  return payload.kind === "body" ? recogniseApi(new TextDecoder().decode(payload.bytes)) : null;
}

/** What the send path takes: a draft's text to compose, or bytes to leave alone. */
export type Message =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** Code: `usage.realtime`, for what Realtime's documents have no field for. */
export function writeMessage(payload: Payload, target: SendTarget): Result<Message> {
  if (payload.kind === "body") return success({ kind: "bytes", bytes: payload.bytes });
  if (payload.kind === "preset") return success({ kind: "text", text: payload.preset.text });
  const { connection, tenantNumber, catalog } = target;
  const { event } = payload;
  if (connection.api === "realtime" && event.timestamp !== null) {
    return failure(
      "usage.realtime",
      "Realtime has no timestamp: the time of the event is that of its receipt.",
    );
  }
  if (connection.api === "realtime" && event.identity.kind === "visitor") {
    return failure(
      "usage.realtime",
      "Realtime documents no visitor. Use --customer, or --body for your own body.",
    );
  }
  const text = writeEventText(event, connection, tenantNumber, catalog?.catalog ?? null);
  return success({ kind: "text", text });
}
