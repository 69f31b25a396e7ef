import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Notice as NoticeData } from "../../shared/contract/calls.ts";
import { useConnection, useHost } from "../host/host-context.tsx";
import { callQuery } from "../host/queries.ts";
import { Notice } from "../ui/notice.tsx";
import { showToast } from "../ui/toast.tsx";

/** What went wrong without stopping the console, under the top bar until dismissed. */
export function Notices(props: { readonly notices: readonly NoticeData[] }): ReactNode {
  const dismiss = useDismissNotice();
  return (
    <>
      {useConnection() === "connected" ? null : (
        <Notice severity="danger">
          The console does not answer. What you see is the last that it said. If it has ended, start it again.
        </Notice>
      )}
      {props.notices.map((notice) => (
        <Notice key={notice.id} onDismiss={() => dismiss(notice.id)} severity={notice.severity}>
          {notice.message}
        </Notice>
      ))}
    </>
  );
}

function useDismissNotice(): (id: string) => void {
  const host = useHost();
  const client = useQueryClient();
  const dismiss = async (id: string) => {
    const result = await host.call("app.dismissNotice", { id });
    if (!result.ok) showToast({ tone: "failed", title: "The notice stays", text: result.error.message });
    await client.invalidateQueries({ queryKey: callQuery(host, "app.info", {}).queryKey });
  };
  return (id) => void dismiss(id);
}
