import { useMemo, type ReactNode } from "react";
import type { CodeRequest } from "../../../shared/code/code-request.ts";
import { CODE_LANGUAGES, writeCode, type CodeLanguage } from "../../../shared/code/write-code.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { WrittenCode } from "./written-code.tsx";

const LANGUAGE_LABELS = {
  node: "Node (fetch)",
  python: "Python (requests)",
  java: "Java (HttpClient)",
  csharp: "C# (HttpClient)",
  php: "PHP (curl)",
  go: "Go (net/http)",
} as const satisfies Record<CodeLanguage, string>;

/** The request as a whole program. The choice of language is remembered. */
export function CodeTab({ request }: { readonly request: CodeRequest }): ReactNode {
  const updateSettings = useUpdateSettings();
  const codeLanguage = useSetting("codeLanguage");
  const { url, headers, text } = request;
  const code = useMemo(
    () => writeCode({ url, headers, text }, codeLanguage),
    [url, headers, text, codeLanguage],
  );
  return (
    <WrittenCode
      choiceLabel="Language"
      code={code}
      label="Program"
      onChoose={(chosen) => updateSettings(() => ({ codeLanguage: chosen }))}
      options={CODE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_LABELS[value] }))}
      value={codeLanguage}
    />
  );
}
