import { z } from "zod";
import { apiSchema, type Api } from "../../../shared/domain/tenant.ts";
import { variableNameProblem, type Variable } from "../../../shared/domain/variable.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { checkEndpoint } from "./endpoint.ts";
import type { DescribedEvent } from "./event-text.ts";
import { commonOptions, wholeNumber } from "./options.ts";

export const sendOptionsSchema = z.object({
  ...commonOptions,
  tenant: z.string().optional(),
  endpoint: z.string().optional(),
  api: apiSchema.optional(),
  tenantId: wholeNumber("--tenant-id", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).optional(),
  tokenEnv: z.string().optional(),
  tokenFile: z.string().optional(),
  askToken: z.boolean().optional(),
  sign: z.boolean().optional(),
  preset: z.string().optional(),
  event: z.string().optional(),
  customer: z.string().optional(),
  visitor: z.string().optional(),
  timestamp: z.string().optional(),
  param: z.array(z.string()).default([]),
  var: z.array(z.string()).default([]),
  body: z.string().optional(),
  catalog: z.string().optional(),
  dryRun: z.boolean().optional(),
  confirmProduction: z.string().optional(),
});
export type SendOptions = z.infer<typeof sendOptionsSchema>;

/** Where to: a tenant of the workspace, or an address that stands for no tenant. */
export type Destination =
  | { readonly kind: "tenant"; readonly id: string; readonly api: Api | null }
  | {
      readonly kind: "endpoint";
      readonly url: string;
      readonly api: Api;
      readonly tenantNumber: number | null;
    };

/** What: an event described by options, a preset of the tenant, or the bytes of a file as they are. */
export type Content =
  | { readonly kind: "event"; readonly event: DescribedEvent }
  | { readonly kind: "preset"; readonly name: string; readonly eventKey: string | null }
  | { readonly kind: "body"; readonly source: string };

/** Which of the two ways to name a destination was taken. Codes: `usage.destination`, `usage.endpoint`. */
export function readDestination(options: SendOptions): Result<Destination> {
  const { api, endpoint, tenant, tenantId } = options;
  if ((tenant === undefined) === (endpoint === undefined)) {
    return failure("usage.destination", "Say where to with either --tenant or --endpoint.");
  }
  if (tenant !== undefined) {
    if (tenantId === undefined) return success({ kind: "tenant", id: tenant, api: api ?? null });
    return failure("usage.destination", "--tenant-id goes with --endpoint; a tenant has its own number.");
  }
  if (endpoint === undefined || api === undefined) {
    return failure(
      "usage.destination",
      "--endpoint needs --api, because an address does not say which it is.",
    );
  }
  const checked = checkEndpoint(endpoint);
  if (!checked.ok) return checked;
  return success({ kind: "endpoint", url: checked.value, api, tenantNumber: tenantId ?? null });
}

/** Which of the ways to say what to send was taken. Codes: `usage.content`, `usage.identity`, `usage.parameter`. */
export function readContent(options: SendOptions): Result<Content> {
  const { body, event, preset } = options;
  if (body !== undefined && (event !== undefined || preset !== undefined)) return sayWhat();
  if (preset === undefined && body === undefined)
    return event === undefined ? sayWhat() : describedEvent(event, options);
  const { customer, param, timestamp, visitor } = options;
  if ([customer, visitor, timestamp].some((option) => option !== undefined) || param.length > 0) {
    return failure(
      "usage.content",
      "--customer, --visitor, --timestamp and --param go with --event; a body and a preset are sent as they are.",
    );
  }
  if (body !== undefined) return success({ kind: "body", source: body });
  if (options.tenant === undefined) {
    return failure("usage.content", "--preset goes with --tenant: presets are saved for a tenant.");
  }
  return success({ kind: "preset", name: preset ?? "", eventKey: event ?? null });
}

function sayWhat(): Result<never> {
  return failure("usage.content", "Say what to send with one of --event, --preset and --body.");
}

function describedEvent(
  event: string,
  { customer, param, timestamp, visitor }: SendOptions,
): Result<Content> {
  const parameters = readPairs("--param", param);
  if (!parameters.ok) return parameters;
  if ((customer === undefined) === (visitor === undefined)) {
    return failure("usage.identity", "Say whose event it is with either --customer or --visitor.");
  }
  return success({
    kind: "event",
    event: {
      key: event,
      identity:
        customer === undefined
          ? { kind: "visitor", value: visitor ?? "" }
          : { kind: "customer", value: customer },
      timestamp: timestamp ?? null,
      parameters: parameters.value,
    },
  });
}

/** What `--var` says that names between braces stand for. Codes: `usage.parameter`, `usage.variable`. */
export function readVariables(options: Pick<SendOptions, "body" | "var">): Result<readonly Variable[]> {
  if (options.body !== undefined && options.var.length > 0) {
    return failure("usage.variable", "--var goes with --event or --preset; a body is sent as it is.");
  }
  const variables = readPairs("--var", options.var);
  if (!variables.ok) return variables;
  for (const { name } of variables.value) {
    const problem = variableNameProblem(name);
    if (problem !== null) return failure("usage.variable", `--var ${name}: ${problem}`);
  }
  return variables;
}

type Pair = { readonly name: string; readonly value: string };

function readPairs(flag: "--param" | "--var", pairs: readonly string[]): Result<readonly Pair[]> {
  const parameters = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    if (equals < 1) {
      return failure("usage.parameter", `${flag} must be NAME=VALUE, but one is ${JSON.stringify(pair)}.`);
    }
    const name = pair.slice(0, equals);
    if (parameters.has(name)) return failure("usage.parameter", `${flag} ${name} is given twice.`);
    parameters.set(name, pair.slice(equals + 1));
  }
  return success(Array.from(parameters, ([name, value]) => ({ name, value })));
}
