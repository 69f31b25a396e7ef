import type { ServerResponse } from "node:http";
import { createNonce, contentSecurityPolicy } from "../../core/window/content-policy.ts";
import { failure, type Result } from "../../../shared/result/result.ts";

export function respondJson(response: ServerResponse, status: number, value: Result<unknown>): void {
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
  });
  response.end(bytes);
}

export function respondFailure(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  respondJson(response, status, failure(code, message));
}

/** An HTML document under the window's policy; `render` gets the nonce of this one answer. */
export function respondHtml(
  response: ServerResponse,
  status: number,
  render: (nonce: string) => string,
): void {
  const nonce = createNonce();
  const bytes = Buffer.from(render(nonce));
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": bytes.length,
    "Content-Security-Policy": contentSecurityPolicy(nonce, "'self'"),
  });
  response.end(bytes);
}

export function redirectToWindow(response: ServerResponse, address: string): void {
  response.writeHead(303, { Location: address });
  response.end();
}
