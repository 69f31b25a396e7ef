import { z } from "zod";
import { SANDBOX_TENANT_NUMBER } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import {
  DEFAULT_REFUSAL_STATUS,
  startGateway,
  type Gateway,
  type ReceivedEvent,
} from "../../gateway/gateway.ts";
import { chooseCatalog } from "./catalog-choice.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions, wholeNumber } from "./options.ts";
import { shorten } from "./table.ts";
import { painterFor, printable, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const gatewayOptionsSchema = z.object({
  ...commonOptions,
  port: wholeNumber("--port", 0, 65_535).optional(),
  catalog: z.string().optional(),
  tenant: wholeNumber("--tenant", 1, Number.MAX_SAFE_INTEGER).default(SANDBOX_TENANT_NUMBER),
  refusalStatus: wholeNumber("--refusal-status", 200, 599).optional(),
  token: z.string().min(1, "--token must not be empty.").optional(),
});
export type GatewayCommandOptions = z.infer<typeof gatewayOptionsSchema>;

/** Runs the local gateway until it is interrupted. Its address is the first thing on standard output. */
export async function gatewayCommand(
  terminal: Terminal,
  options: GatewayCommandOptions,
): Promise<Result<ExitCode>> {
  const chosen = await chooseCatalog(terminal, accessWorkspace(terminal, options), options.catalog);
  if (!chosen.ok) return chosen;
  const catalog = chosen.value?.catalog ?? null;
  const started = await start({
    port: options.port ?? 0,
    catalog: () => catalog,
    tenantNumber: options.tenant,
    token: options.token ?? null,
    refusalStatus: () => options.refusalStatus ?? DEFAULT_REFUSAL_STATUS,
    onReceived: (received) => terminal.stderr.write(lineFor(terminal, received)),
  });
  if (!started.ok) return started;
  const gateway = started.value;
  // One line, unlike other documents: a reader can take the first line and need not wait for the end of the stream.
  const address = options.json === true ? JSON.stringify({ url: gateway.url }) : gateway.url;
  terminal.stdout.write(`${address}\n`);
  say(
    terminal,
    `OptiEvent: ${gateway.url}/optievent  Realtime: ${gateway.url}/reportEvent  Stop with Ctrl+C.`,
  );
  await untilAborted(terminal.interrupted);
  await gateway.close();
  return success(EXIT.done);
}

async function start(options: Parameters<typeof startGateway>[0]): Promise<Result<Gateway>> {
  try {
    return success(await startGateway(options));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const port = options.port ?? 0;
    if (code === "EADDRINUSE") {
      return failure(
        "gateway.port-in-use",
        `Port ${port} is in use. Choose another with --port, or leave it out.`,
      );
    }
    if (code === "EACCES") {
      return failure(
        "gateway.port-not-allowed",
        `Port ${port} is not allowed to you. Choose one above 1023.`,
      );
    }
    return failure("gateway.not-started", `The gateway could not listen on port ${port} (${String(code)}).`);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

const LONGEST_NAME = 60;

/** `09:15:02 optievent accepted newsletter_signup 1147206418897270` */
function lineFor(terminal: Terminal, received: ReceivedEvent): string {
  const { api, event, outcome, reason, reference, status } = received;
  const paint = painterFor(terminal, terminal.stderr);
  const verdict = outcome === "accepted" ? paint("green", "accepted") : paint("red", `refused ${status}`);
  const name = event === null ? "-" : printable(shorten(event, LONGEST_NAME));
  const time = received.receivedAt.toISOString().slice(11, 19);
  return `${time} ${api} ${verdict} ${name} ${reference ?? printable(reason ?? "")}`.trimEnd().concat("\n");
}
