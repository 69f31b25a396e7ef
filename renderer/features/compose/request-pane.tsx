import type { ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { utf8Length } from "../../../shared/compose/utf8.ts";
import { useCommands } from "../../app/actions-context.tsx";
import { useNavigation } from "../../app/navigation-context.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import { Tabs, type TabDescription } from "../../ui/tabs.tsx";
import { CodeTab } from "../request-views/code-tab.tsx";
import { CurlTab } from "../request-views/curl-tab.tsx";
import { DifferenceTab, type DifferenceTabProps } from "../request-views/difference-tab.tsx";
import { HeadersTab } from "../request-views/headers-tab.tsx";
import { RequestBody } from "./request-body.tsx";
import styles from "./request-pane.module.css";

/** A further view, beside those of the request as it is sent: of the draft, of its signature, of the other API. */
export type RequestTool = TabDescription<"draft" | "signature" | "other-api">;

export type RequestTabId = "body" | "headers" | "curl" | "code" | "difference" | RequestTool["id"];

/** What will be sent: the very text, and the headers, with secrets as references. */
export function RequestPane(props: {
  readonly composed: ComposedRequest;
  readonly difference: Omit<DifferenceTabProps, "composed">;
  readonly tools: readonly RequestTool[];
  readonly tab: RequestTabId;
  readonly onTab: (tab: RequestTabId) => void;
}): ReactNode {
  const { composed, tools, onTab } = props;
  const { text } = composed;
  const tabs: readonly TabDescription<RequestTabId>[] = [
    {
      id: "body",
      label: "Body",
      content: <RequestBody composed={composed} />,
    },
    { id: "headers", label: "Headers", content: <HeadersTab composed={composed} /> },
    { id: "curl", label: "cURL", content: <CurlTab request={composed} /> },
    { id: "code", label: "Code", content: <CodeTab request={composed} /> },
    {
      id: "difference",
      label: "Difference",
      content: <DifferenceTab {...props.difference} composed={composed} />,
    },
    ...tools,
  ];
  const { screen } = useNavigation();
  useCommands("views", () =>
    (screen === "compose" ? tabs : []).map(({ id, label }) => ({
      id: `view:${id}`,
      section: "What will be sent",
      title: `Show ${label}`,
      run: () => onTab(id),
    })),
  );
  // The tools are not the same for both APIs.
  const isThere = tabs.some(({ id }) => id === props.tab);
  return (
    <Tabs
      label="What will be sent"
      onSelect={onTab}
      selected={isThere ? props.tab : "body"}
      tabs={tabs}
      trailing={<span className={styles.size}>{sizeText(text)}</span>}
    />
  );
}

/** The bytes of the text as shown. A secret's own length is known only where it is filled in. */
function sizeText(text: string): string {
  const size = formatBytes(utf8Length(text));
  return text.includes("{{secret:") ? `${size} + secret` : size;
}
