import { prepareRequest, type CodeRequest, type PreparedRequest } from "./code-request.ts";
import { writeCmdCurl } from "./curl-cmd.ts";
import { writePosixCurl } from "./curl-posix.ts";
import { writePowerShellCurl } from "./curl-powershell.ts";

/** The shells a cURL command can be written for, in the order in which they are offered. */
export const CURL_SHELLS = ["posix", "cmd", "powershell"] as const;
export type CurlShell = (typeof CURL_SHELLS)[number];

const WRITERS: Readonly<Record<CurlShell, (request: PreparedRequest) => string>> = {
  posix: writePosixCurl,
  cmd: writeCmdCurl,
  powershell: writePowerShellCurl,
};

/**
 * A command that sends the request with curl as the console does: the body byte for byte, the same headers and no others.
 * The tenant's token is never in it: it is read from the environment variable `OPTIEVENT_TOKEN` when the command runs, for
 * the signature and for wherever the body refers to it. Ends with a line end; several of one shell can stand in one script
 * one after another. Takes a composed request or the recorded one of an exchange; works for every text.
 */
export function writeCurl(request: CodeRequest, shell: CurlShell): string {
  return WRITERS[shell](prepareRequest(request));
}
