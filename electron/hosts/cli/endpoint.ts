import { failure, success, type Result } from "../../../shared/result/result.ts";

/**
 * Checks an address given on the command line: https, or http to this machine only, and no credentials in it, because they
 * would end up in the history. Code: `usage.endpoint`.
 */
export function checkEndpoint(endpoint: string): Result<string> {
  if (!URL.canParse(endpoint)) {
    return refuse("--endpoint must be a whole address, for example https://host.example/path.");
  }
  const url = new URL(endpoint);
  if (url.username !== "" || url.password !== "") {
    return refuse("--endpoint must not contain a user name or password. Neither API uses one.");
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
    return success(endpoint);
  }
  return refuse("--endpoint must begin with https://, or with http:// for an address of this machine.");
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function refuse(message: string): Result<never> {
  return failure("usage.endpoint", message);
}
