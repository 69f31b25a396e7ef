import { DatabaseSync } from "node:sqlite";
import { isMainThread, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { createRedactor } from "../../../shared/redaction/redact.ts";
import { withoutRestOfBody } from "../history/body-pieces.ts";
import { createExchangeWriter, type WriteExchanges } from "../history/exchange-writer.ts";
import { createStoredBodies } from "../history/stored-bodies.ts";
import { judge, withVerdict } from "./exchange-record.ts";
import type {
  LongAnswerJob,
  LongAnswerReply,
  LongAnswerRequest,
  RecordReply,
  ThreadError,
} from "./long-answer-messages.ts";
import { redactExchange } from "./redact-exchange.ts";

// The thread that reads, judges, redacts and records long answers, and gives them out in pieces, so that the program goes on
// sending and drawing meanwhile. Its messages come from `long-answers.ts` of the same program only.

/** How long a write waits for another connection that is writing. */
const PATIENCE_MS = 10_000;

if (!isMainThread && parentPort !== null) run(parentPort, String(workerData));

function run(port: MessagePort, path: string): void {
  let opened: ReturnType<typeof openDatabase> | null = null;
  const database = () => (opened ??= openDatabase(path));
  const reply = (message: LongAnswerReply): void => port.postMessage(message);
  port.on("message", (request: LongAnswerRequest) => {
    if (request.kind === "close") {
      opened?.close();
      port.close();
      return;
    }
    const { id } = request;
    if (request.kind === "piece") {
      reply({
        id,
        kind: "piece",
        ...attempt(() => database().bodies.piece(request.exchangeId, request.from)),
      });
      return;
    }
    void record(request, () => database().write).then((recorded) =>
      reply({ id, kind: "recorded", ...recorded }),
    );
  });
}

function openDatabase(path: string) {
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  // Durable when it is committed: nobody but this thread waits for it.
  database.exec("PRAGMA synchronous = FULL");
  return {
    write: createExchangeWriter(database),
    bodies: createStoredBodies(database),
    close: () => database.close(),
  };
}

/** An exchange that cannot be recorded is answered all the same, since nobody else knows of it. */
async function record(job: LongAnswerJob, writer: () => WriteExchanges): Promise<RecordReply> {
  const redactors = job.secrets.map(createRedactor);
  const redact = (text: string): string => redactors.reduce((redacted, next) => next(redacted), text);
  const verdict = await judge(job, { api: job.sending.api, redact, redactLong: redact });
  const exchange = redactExchange(withVerdict(job.sending, verdict), redact);
  const { value, error } = attempt(() => writer()([exchange])[0] ?? null);
  return { exchange: withoutRestOfBody(exchange), summary: value, error };
}

/** An error's own fields are lost between threads. */
function attempt<Value>(work: () => Value): {
  readonly value: Value | null;
  readonly error: ThreadError | null;
} {
  try {
    return { value: work(), error: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const errcode = error instanceof Error && "errcode" in error ? error.errcode : null;
    return { value: null, error: { message, errcode: typeof errcode === "number" ? errcode : null } };
  }
}
