import { useMemo, type ReactNode } from "react";
import { CURL_SHELLS, writeCurl, type CurlShell } from "../../../shared/code/write-curl.ts";
import type { CodeRequest } from "../../../shared/code/code-request.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { WrittenCode } from "./written-code.tsx";

const SHELL_LABELS = {
  posix: "sh, bash, zsh",
  cmd: "Windows cmd",
  powershell: "PowerShell",
} as const satisfies Record<CurlShell, string>;

/** The request as a cURL command that sends the same bytes. The choice of shell is remembered. */
export function CurlTab({ request }: { readonly request: CodeRequest }): ReactNode {
  const curlShell = useSetting("curlShell");
  const updateSettings = useUpdateSettings();
  const shell = curlShell ?? shellOfPlatform();
  const { url, headers, text } = request;
  const code = useMemo(() => writeCurl({ url, headers, text }, shell), [url, headers, text, shell]);
  return (
    <WrittenCode
      choiceLabel="Shell"
      code={code}
      label="cURL command"
      onChoose={(chosen) => updateSettings(() => ({ curlShell: chosen }))}
      options={CURL_SHELLS.map((value) => ({ value, label: SHELL_LABELS[value] }))}
      value={shell}
    />
  );
}

function shellOfPlatform(): CurlShell {
  return navigator.userAgent.includes("Windows") ? "powershell" : "posix";
}
