import { useMemo, type ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { utf8Length } from "../../../shared/compose/utf8.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import { Tabs, type TabDescription } from "../../ui/tabs.tsx";
import { requestMarks } from "./request-marks.ts";
import styles from "./request-pane.module.css";

/** A further view of the request, such as its signature. Those before the headers are about the body. */
export type RequestTool = TabDescription<"draft" | "signature" | "other-api">;

export type RequestTabId = "body" | "headers" | RequestTool["id"];

/** What will be sent: the very text, and the headers, with secrets as references. */
export function RequestPane(props: {
  readonly composed: ComposedRequest;
  readonly tools: readonly RequestTool[];
  readonly tab: RequestTabId;
  readonly onTab: (tab: RequestTabId) => void;
}): ReactNode {
  const { composed, tools, tab: chosen, onTab } = props;
  // The tools are not the same for both APIs.
  const isThere = chosen === "body" || chosen === "headers" || tools.some(({ id }) => id === chosen);
  const tab: RequestTabId = isThere ? chosen : "body";
  const { text, headers } = composed;
  const marks = useMemo(() => requestMarks(composed), [composed]);
  return (
    <Tabs
      label="What will be sent"
      onSelect={onTab}
      selected={tab}
      tabs={[
        {
          id: "body",
          label: "Body",
          content: <CodeView label="Request body" language="json" marks={marks} text={text} />,
        },
        {
          id: "headers",
          label: "Headers",
          content: (
            <PaneScroll isPadded label="Request headers">
              <p className={styles.line}>
                {composed.method} {composed.url}
              </p>
              <HeaderTable headers={headers} label="Request headers" />
            </PaneScroll>
          ),
        },
        ...tools,
      ]}
      trailing={<span className={styles.size}>{sizeText(text)}</span>}
    />
  );
}

/** The bytes of the text as shown. A secret's own length is known only where it is filled in. */
function sizeText(text: string): string {
  const size = formatBytes(utf8Length(text));
  return text.includes("{{secret:") ? `${size} + secret` : size;
}
