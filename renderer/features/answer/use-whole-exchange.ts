import { useQuery } from "@tanstack/react-query";
import { bodyExtent } from "../../../shared/answers/body-extent.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { useHost } from "../../host/host-context.tsx";
import { readWhole } from "./read-whole.ts";

/** Bytes of a body up to which it is read as a whole: comparing two such keeps the window for about a second. */
const LONGEST_READ = 1_000_000;

/**
 * The exchange with the whole body of its answer, null while that is being read. A very long body, and one whose rest cannot be read,
 * stays the beginning that it is (`response.omittedBytes`).
 */
export function useWholeExchange(exchange: Exchange): Exchange | null {
  const host = useHost();
  const { response } = exchange;
  const isToRead = response?.omittedBytes !== undefined && bodyExtent(response).whole <= LONGEST_READ;
  const body = useQuery({
    queryKey: ["history.body", exchange.id, "whole"],
    queryFn: ({ signal }) => readWhole(host, exchange, signal),
    enabled: isToRead,
    gcTime: 0,
  });
  if (!isToRead || body.isError) return exchange;
  return body.data ?? null;
}
