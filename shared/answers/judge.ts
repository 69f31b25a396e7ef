import type { Header } from "../domain/exchange.ts";
import type { Api } from "../domain/tenant.ts";
import { assertNever } from "../result/result.ts";
import type { BodyStatement } from "./body-statement.ts";
import { fieldPathOf } from "./field-path.ts";
import { oneLine } from "./members.ts";
import { readBody } from "./read-body.ts";
import { contentEncodingOf, explainStatus, headerNamed } from "./status.ts";

/** An answer as it came. `truncated`: only the beginning of the body was kept. */
export type Answer = {
  readonly api: Api;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly truncated?: boolean;
};

/**
 * What an answer means. `reference` is the vendor's id of an accepted event, as text; `message` one sentence for people;
 * `remarks` name contradictions and oddities; `fieldPath` is the JSON pointer of the field that a refusal speaks of.
 */
export type Judgement = {
  readonly outcome: "accepted" | "rejected" | "unrecognised";
  readonly reference: string | null;
  readonly message: string;
  readonly remarks: string[];
  readonly fieldPath: string | null;
};

/**
 * Judges an answer by its body and its HTTP status together, for any body and status; never throws. The status of a
 * refused event is documented nowhere (OPTIMOVE-API.md section 3), so: a body that says error is a refusal whatever the
 * status; a body that says success counts only with a 2xx; everything else is unrecognised, never success.
 */
export function judgeAnswer(answer: Answer): Judgement {
  const { api, body, truncated = false } = answer;
  const statement = readBody(api, body, { truncated, encoding: contentEncodingOf(answer.headers) });
  const remarks = [...statement.remarks, ...contentTypeRemarks(answer, statement)];
  switch (statement.says) {
    case "success":
      return judgeSuccess(answer, statement.reference, remarks);
    case "error":
      return judgeRefusal(answer, statement.reason, remarks);
    case "nothing":
      return judgeNothing(answer, statement.what, remarks);
    default:
      return assertNever(statement);
  }
}

function judgeSuccess(answer: Answer, reference: string | null, remarks: string[]): Judgement {
  if (isSuccessStatus(answer.status)) {
    const message =
      reference === null
        ? "The event was accepted."
        : `The event was accepted with reference ${oneLine(reference, 100)}.`;
    return { outcome: "accepted", reference, message, remarks, fieldPath: null };
  }
  const named = reference === null ? "success" : `success with reference ${oneLine(reference, 100)}`;
  const contradiction = `The body says ${named}, the HTTP status ${answer.status} does not. Which of them is right cannot be told from the answer.`;
  return {
    outcome: "unrecognised",
    reference: null,
    message: "The answer contradicts itself, so the event does not count as accepted.",
    remarks: [contradiction, ...remarks, ...statusRemarks(answer)],
    fieldPath: null,
  };
}

function judgeRefusal(answer: Answer, reason: string | null, remarks: string[]): Judgement {
  const contradiction =
    answer.status >= 400 && answer.status < 500
      ? []
      : [`The body says error, the HTTP status ${answer.status} does not say so. The body decides.`];
  const said = reason === null ? "" : oneLine(reason);
  return {
    outcome: "rejected",
    reference: null,
    message: said === "" ? "The event was refused." : `The event was refused: ${withFullStop(said)}`,
    remarks: [...contradiction, ...remarks, ...(answer.status === 429 ? statusRemarks(answer) : [])],
    fieldPath: reason === null ? null : fieldPathOf(answer.api, reason),
  };
}

function judgeNothing(answer: Answer, what: string, remarks: string[]): Judgement {
  const explanation = explainStatus(answer.status, answer.headers);
  const undocumented = `The answer fits no documented shape: its body ${what}.`;
  return {
    outcome: "unrecognised",
    reference: null,
    message: explanation ?? `${undocumented} The HTTP status ${answer.status} alone is no success.`,
    remarks: explanation === null ? remarks : [undocumented, ...remarks],
    fieldPath: null,
  };
}

function isSuccessStatus(status: number): boolean {
  return status >= 200 && status < 300;
}

function statusRemarks(answer: Answer): string[] {
  const explanation = explainStatus(answer.status, answer.headers);
  return explanation === null ? [] : [explanation];
}

/** A body that was understood although its header calls it something else is worth a word. */
function contentTypeRemarks(answer: Answer, statement: BodyStatement): string[] {
  const type = headerNamed(answer.headers, "content-type");
  if (statement.says === "nothing" || type === undefined || /\bjson\b/i.test(type)) return [];
  return [`The body is JSON, but its Content-Type says "${oneLine(type, 100)}".`];
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
