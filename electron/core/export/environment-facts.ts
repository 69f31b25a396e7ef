import { arch, release } from "node:os";

/** What the program runs on, for a support bundle. Nothing of it names the user or the machine. */
export function environmentFacts(appVersion: string, host: string): readonly (readonly [string, string])[] {
  const electron = process.versions["electron"];
  return [
    ["OptiEvent Console", `${appVersion} (${host})`],
    ["Platform", `${process.platform} ${release()}, ${arch()}`],
    ["Node", process.versions.node],
    ...(electron === undefined ? [] : [["Electron", electron] as const]),
    ["OpenSSL", process.versions.openssl],
    ["Time zone", Intl.DateTimeFormat().resolvedOptions().timeZone],
  ];
}
