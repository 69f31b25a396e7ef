import { LOCAL_GATEWAY_ENDPOINT } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { endpointProblem } from "../../../shared/tenants/endpoint.ts";

/** Checks an address given on the command line by the rules of a tenant's endpoint. Code: `usage.endpoint`. */
export function checkEndpoint(endpoint: string): Result<string> {
  const problem = endpointProblem(endpoint);
  // The gateway goes by a tenant's catalog, and an address has no tenant.
  if (endpoint === LOCAL_GATEWAY_ENDPOINT) {
    return failure("usage.endpoint", "--endpoint is an address; the local gateway is sent to with --tenant.");
  }
  if (problem === null) return success(endpoint);
  return failure("usage.endpoint", `--endpoint: ${problem}`);
}
