import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { readAhead } from "./app/read-ahead.ts";
import { refuseDrops } from "./app/refuse-drops.ts";
import { chooseHost } from "./host/choose-host.ts";
import { HostProvider } from "./host/host-context.tsx";
import { createQueryClient, invalidateOnHostEvents } from "./host/query-client.ts";

refuseDrops(window);
const host = chooseHost(window);
const client = createQueryClient();
// Before the first call, so that nothing changes unnoticed between its answer and the subscription.
invalidateOnHostEvents(host, client);
void readAhead(host, client);

const root = document.querySelector("#root");
if (root === null) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <HostProvider host={host}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </HostProvider>
  </StrictMode>,
);
