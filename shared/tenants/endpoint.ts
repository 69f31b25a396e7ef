import { LOCAL_GATEWAY_ENDPOINT } from "../domain/tenant.ts";
import { isLoopbackHost } from "../guard/hosts.ts";

/** What is wrong with an endpoint, in a sentence that says what to do; null where nothing is. */
export function endpointProblem(endpoint: string): string | null {
  if (endpoint === LOCAL_GATEWAY_ENDPOINT) return null;
  const address = addressProblem(endpoint);
  if (address !== null) return address;
  const url = new URL(endpoint);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopbackHost(url.hostname))) return null;
  return "The endpoint must begin with https://. Plain http:// is for servers on this computer only.";
}

/** What is wrong with the address of a proxy; null where nothing is. */
export function proxyProblem(address: string): string | null {
  const problem = addressProblem(address, "proxy", "http://proxy.example:8080");
  if (problem !== null) return problem;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return "The console speaks to HTTP proxies only, so the address begins with http:// or https://.";
  }
  return url.pathname === "/" && url.search === ""
    ? null
    : "The address of a proxy has no path. Remove what comes after the port.";
}

function addressProblem(
  address: string,
  what = "endpoint",
  example = "https://host.example/path",
): string | null {
  if (address.trim() !== address || !URL.canParse(address) || new URL(address).hostname === "") {
    return `Enter the whole address of the ${what}, for example ${example}.`;
  }
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") {
    return what === "endpoint"
      ? "Remove the user name and password before the @. Neither API uses one, and they would end up in the history."
      : "Remove the user name and password before the @. They have fields of their own.";
  }
  if (address.includes("#")) return `Remove the # and what follows it. It is never sent to a server.`;
  return null;
}
