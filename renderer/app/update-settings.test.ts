import { expect, it } from "vitest";
import type { Settings } from "../../shared/domain/settings.ts";
import { settingsSchema } from "../../shared/domain/settings.ts";
import { success } from "../../shared/result/result.ts";
import type { Host } from "../host/host.ts";
import { createQueryClient } from "../host/query-client.ts";
import { callQuery } from "../host/queries.ts";
import { changeSettings } from "./update-settings.ts";

it("a change is made of the one before, whatever older answer comes between them", async () => {
  let saved: Settings = settingsSchema.parse({ zoom: 1 });
  const answers: (() => void)[] = [];
  const host = {
    call(name: string, input: Partial<Settings>) {
      if (name === "settings.update") {
        saved = { ...saved, ...input };
        return Promise.resolve(success(saved));
      }
      const read = success(saved);
      return new Promise((resolve) => answers.push(() => resolve(read)));
    },
  } as unknown as Host;
  const client = createQueryClient();
  const query = callQuery(host, "settings.get", {});
  client.setQueryData(query.queryKey, saved);
  const larger = () => changeSettings(host, client, ({ zoom }) => ({ zoom: zoom + 0.25 }));

  await larger();
  // Told that the settings changed, the window asks for them; the answer is late.
  const late = client.fetchQuery({ ...query, staleTime: 0 }).catch(() => null);
  await larger();
  for (const answer of answers) answer();
  await late;
  await larger();
  expect(saved.zoom).toBe(1.75);
  expect(client.getQueryData(query.queryKey)).toEqual(saved);
});
