import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { createHistoryOf } from "./test-support/history-of.ts";
import { withBeginning } from "../handlers/long-body.ts";
import { withoutRestOfBody } from "../history/body-pieces.ts";
import type { History } from "../history/history.ts";
import { startAnsweringServer } from "../transport/test-support/servers.ts";
import { createLongAnswers, LONG_ANSWER_BYTES, type LongAnswers } from "./long-answers.ts";
import {
  exchangeOf,
  OPTIEVENT_DRAFT,
  sendDraft,
  startTestConsole,
  tenantAt,
  TOKEN,
} from "./test-support/test-console.ts";

const open: { close(): unknown }[] = [];
let folder: string;
let history: History;
let announced: ExchangeSummary[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "long-answers-"));
  history = createHistoryOf(join(folder, "history.sqlite"));
  announced = [];
});

afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
  history.close();
  rmSync(folder, { recursive: true });
});

async function send(answer: string | Buffer, longAnswers?: LongAnswers): Promise<Exchange> {
  const server = await startAnsweringServer(answer);
  open.push(server);
  const testConsole = startTestConsole(tenantAt(server.url), null, longAnswers);
  open.push(testConsole);
  testConsole.secrets.set("shop", "optievent", TOKEN);
  const exchange = exchangeOf(await sendDraft(testConsole, OPTIEVENT_DRAFT));
  // Beside the thread there is nobody else who records it.
  expect(testConsole.recorded).toHaveLength(longAnswers === undefined ? 1 : 0);
  return exchange;
}

function startThread(): LongAnswers {
  const longAnswers = createLongAnswers(join(folder, "history.sqlite"), (summary) => announced.push(summary));
  open.push(longAnswers);
  return longAnswers;
}

/** What differs between two sends of the same event whatever happens to their answers. */
function comparable({ response, ...exchange }: Exchange): unknown {
  const headers = response?.headers.filter(([name]) => name !== "Date");
  const ofTheSend = {
    id: "",
    sentAt: "",
    timings: null,
    request: null,
    remoteAddress: null,
    connection: null,
  };
  return { ...exchange, ...ofTheSend, clockOffsetMs: 0, response: { ...response, headers } };
}

const filler = "Grüße, \u{1f600} und mehr. ".repeat(LONG_ANSWER_BYTES / 20);

describe("a long answer", () => {
  it.each([
    ["JSON that accepts", `{"status":"success","message":"1147206418897270","more":"${filler}"}`],
    ["text", filler],
    [
      "text with the credential in several spellings",
      `${filler}${TOKEN}${filler}${encodeURIComponent(`"${TOKEN}"`)}`,
    ],
    ["bytes that are no text", Buffer.alloc(LONG_ANSWER_BYTES + 5, Uint8Array.of(0xff, 0x00, 0x41))],
  ])(
    "is judged, redacted and recorded beside the program as others are within it: %s",
    async (_what, answer) => {
      const within = await send(answer);
      const shown = await send(answer, startThread());
      const recorded = history.get(shown.id);
      if (!recorded.ok) throw new Error(recorded.error.message);
      expect(comparable(recorded.value)).toEqual(comparable(within));
      expect(JSON.stringify(recorded.value)).not.toContain(TOKEN);
      expect(shown).toEqual(withoutRestOfBody(recorded.value));
      expect(shown.response?.omittedBytes).toBeGreaterThan(0);
      expect(announced.map(({ id }) => id)).toEqual([shown.id]);
    },
  );

  it("is read in pieces, which are the whole of it", async () => {
    const longAnswers = startThread();
    const shown = await send(filler, longAnswers);
    const withoutBody = history.withoutLongBody(shown.id);
    if (!withoutBody.ok) throw new Error(withoutBody.error.message);
    expect(await withBeginning(longAnswers, withoutBody.value)).toEqual({ ok: true, value: shown });
    const pieces: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const piece = await longAnswers.piece(shown.id, from);
      if (!piece.ok) throw new Error(piece.error.message);
      pieces.push(piece.value.text);
      from = piece.value.next;
    }
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join("") === filler).toBe(true);
    expect(pieces.every((piece) => piece.isWellFormed() && !piece.includes("\ufffd"))).toBe(true);
  });

  it("is not found under another id", async () => {
    expect(await startThread().piece("nobody", 0)).toMatchObject({
      ok: false,
      error: { code: "history.not-found" },
    });
  });

  it("is told in full words where it could not be recorded", async () => {
    const longAnswers = createLongAnswers(join(folder, "nowhere", "history.sqlite"), () => undefined);
    open.push(longAnswers);
    const server = await startAnsweringServer(filler);
    open.push(server);
    const testConsole = startTestConsole(tenantAt(server.url), null, longAnswers);
    open.push(testConsole);
    const result = await sendDraft(testConsole, OPTIEVENT_DRAFT);
    expect(result).toMatchObject({ ok: false, error: { code: "history.not-recorded" } });
    expect(result.ok ? "" : result.error.message).toContain("The event was sent");
  });
});
