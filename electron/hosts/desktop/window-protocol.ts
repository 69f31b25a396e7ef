import type { Session } from "electron";
import { contentSecurityPolicy, createNonce, securityHeaders } from "../../core/window/content-policy.ts";
import { readTheme, type WindowFiles } from "../../core/window/window-files.ts";
import type { Dispatch } from "../../../shared/contract/dispatch.ts";
import type { Theme } from "../../../shared/domain/settings.ts";
import { WINDOW_ORIGIN, WINDOW_SCHEME } from "./window-origin.ts";

/** Serves the built window under `app://console/`, and nothing else. */
export function serveWindow(session: Session, files: WindowFiles, dispatch: Dispatch): void {
  session.protocol.handle(WINDOW_SCHEME, (request) => respond(request, files, dispatch));
}

/** The answer to one request of the window: a file of the build, found by its exact name, under the window's policy. */
export async function respond(
  request: { readonly url: string; readonly method: string },
  files: WindowFiles,
  dispatch: Dispatch,
): Promise<Response> {
  if (!URL.canParse(request.url)) return refuse(400);
  const { protocol, host, username, password, pathname } = new URL(request.url);
  if (`${protocol}//${host}` !== WINDOW_ORIGIN || username !== "" || password !== "") return refuse(403);
  if (request.method !== "GET") return refuse(405);
  if (pathname === "/" || pathname === "/index.html")
    return respondDocument(files, await readTheme(dispatch));
  const file = files.file(pathname);
  if (file === undefined) return refuse(404);
  return new Response(file.bytes, { headers: headersFor(file.contentType) });
}

function respondDocument(files: WindowFiles, theme: Theme): Response {
  const nonce = createNonce();
  return new Response(files.document(nonce, theme), {
    headers: {
      ...headersFor("text/html; charset=utf-8"),
      "Content-Security-Policy": contentSecurityPolicy(nonce, "'none'"),
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: headersFor("text/plain; charset=utf-8") });
}

/** The document replaces the policy by one with its nonce; whatever else is opened as a document may do nothing. */
function headersFor(contentType: string): Record<string, string> {
  return {
    ...securityHeaders,
    "Content-Type": contentType,
    "Content-Security-Policy": contentSecurityPolicy(createNonce(), "'none'"),
  };
}
