import { TOKEN_VARIABLE } from "../code/code-request.ts";
import { writeCurl } from "../code/write-curl.ts";
import type { Exchange } from "../domain/exchange.ts";
import type { ExportContext, ExportItem } from "./types.ts";
import { OUTCOME_WORDS } from "./words.ts";

/**
 * A script for any POSIX shell that sends the requests again with curl, in their order. Secrets are environment variables: the
 * token of each tenant, or one for all of them. A request that cannot be made does not keep the others from being made; the script
 * then ends with 1.
 */
export async function* exportShell(
  items: AsyncIterable<ExportItem>,
  { exportedAt, app, redaction }: ExportContext,
): AsyncGenerator<string> {
  yield "#!/bin/sh\n";
  yield comment(`Requests to Optimove, exported ${exportedAt} by ${app.name} ${app.version}.`);
  for (const sentence of redaction) yield comment(sentence);
  yield comment(
    `Running this sends all of them again. Where a token is needed it is read from ${TOKEN_VARIABLE}, or from`,
  );
  yield comment(`${TOKEN_VARIABLE}_ and the tenant's name, as said at the request.`);
  yield "status=0\n";
  let number = 0;
  for await (const { exchange } of items) {
    number += 1;
    yield `\n${requestCommands(exchange, number)}`;
  }
  yield "\nexit $status\n";
}

/** In a subshell, so that what one request sets is gone for the next. */
function requestCommands(exchange: Exchange, number: number): string {
  const { request, event, outcome, sentAt, tenant } = exchange;
  const command = writeCurl(request, "posix");
  const variable = tenant === null ? null : `${TOKEN_VARIABLE}_${variableName(tenant.name)}`;
  const needsToken = command.includes(TOKEN_VARIABLE) && variable !== null;
  return [
    comment(
      `${number}. ${event ?? "Event"}: ${OUTCOME_WORDS[outcome]}, ${sentAt}${tenant === null ? "" : `, ${tenant.name}`}`,
    ),
    "(\n",
    needsToken ? `${TOKEN_VARIABLE}="\${${variable}-\${${TOKEN_VARIABLE}-}}"\n` : "",
    command,
    ") || status=1\necho\n",
  ].join("");
}

function variableName(name: string): string {
  return (
    name
      .normalize("NFKD")
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]+/g, "_")
      .replaceAll(/^_+|_+$/g, "") || "TENANT"
  );
}

/** One line, whatever the text holds: a line break would end the comment and begin a command. */
function comment(text: string): string {
  return `# ${text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")}\n`;
}
