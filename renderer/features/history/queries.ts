import { useQuery } from "@tanstack/react-query";
import { useHost } from "../../host/host-context.tsx";
import { callQuery } from "../../host/queries.ts";

/** One exchange. While the next one is fetched, the last one stays in view. */
export function useExchange(id: string) {
  const host = useHost();
  return useQuery({
    ...callQuery(host, "history.get", { id }),
    // An exchange may be as large as the largest answer; it is fetched again sooner than kept.
    gcTime: 30_000,
    placeholderData: (previous) => previous,
  });
}
