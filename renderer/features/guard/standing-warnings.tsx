import type { ReactNode } from "react";
import { useWorkspace } from "../../app/workspace-context.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What stays true of the connection in use and is never to be forgotten. */
export function StandingWarnings(): ReactNode {
  const { tenant, connection } = useWorkspace();
  if (tenant === null || connection === null || connection.verifyTls) return null;
  return (
    <Notice severity="warning">
      {`The certificate of ${tenant.name}'s server is not checked: anybody on the way could read and answer what is sent.`}
    </Notice>
  );
}
