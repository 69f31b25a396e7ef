import { useMemo } from "react";
import type { Vocabulary } from "../../../shared/completion/words.ts";
import type { EventWorkspaceProps } from "./event-workspace.tsx";

/** What the draft's text may refer to. */
export function useWords(
  { connection, catalog, event, tenant }: EventWorkspaceProps,
  variables: Readonly<Record<string, string>>,
): Vocabulary {
  const { api } = connection;
  const { tenantNumber } = tenant;
  return useMemo(
    () => ({ api, catalog, event, tenantNumber, variables }),
    [api, catalog, event, tenantNumber, variables],
  );
}
