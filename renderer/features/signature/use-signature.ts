import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useHost } from "../../host/host-context.tsx";
import { callQuery } from "../../host/queries.ts";

/** The signature of a text as core makes it. No answer is kept once another text is asked for: texts may be large. */
export function useSignature(tenantId: string, text: string) {
  const host = useHost();
  const settled = useDeferredValue(text);
  return useQuery({ ...callQuery(host, "signature.compute", { tenantId, text: settled }), gcTime: 0 });
}
