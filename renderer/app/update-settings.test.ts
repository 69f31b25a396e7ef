import { expect, it } from "vitest";
import type { Settings } from "../../shared/domain/settings.ts";
import { settingsSchema } from "../../shared/domain/settings.ts";
import { success } from "../../shared/result/result.ts";
import type { Host } from "../host/host.ts";
import { createQueryClient } from "../host/query-client.ts";
import { callQuery } from "../host/queries.ts";
import { changeSettings } from "./update-settings.ts";

/** A host whose answers to a call come when they are let go. */
function lateHost() {
  let saved: Settings = settingsSchema.parse({ zoom: 1 });
  const held = { "settings.get": [] as (() => void)[], "settings.update": [] as (() => void)[] };
  const isHeld = { "settings.get": true, "settings.update": false };
  const host = {
    call(name: "settings.get" | "settings.update", input: Partial<Settings>) {
      if (name === "settings.update") saved = { ...saved, ...input };
      const answer = success(saved);
      if (!isHeld[name]) return Promise.resolve(answer);
      return new Promise((resolve) => held[name].push(() => resolve(answer)));
    },
  } as unknown as Host;
  const client = createQueryClient();
  const query = callQuery(host, "settings.get", {});
  client.setQueryData(query.queryKey, saved);
  return {
    isHeld,
    letGo: (name: keyof typeof held) => held[name].splice(0).forEach((answer) => answer()),
    zoomSaved: () => saved.zoom,
    zoomShown: () => client.getQueryData(query.queryKey)?.zoom,
    larger: () => changeSettings(host, client, ({ zoom }) => ({ zoom: zoom + 0.25 })),
    /** As when the window is told that the settings changed. */
    read: () => client.fetchQuery({ ...query, staleTime: 0 }).catch(() => null),
  };
}

it("a change is made of the one before, whatever older answer comes between them", async () => {
  const { larger, read, letGo, zoomSaved, zoomShown } = lateHost();
  await larger();
  const late = read();
  await larger();
  letGo("settings.get");
  await late;
  await larger();
  expect([zoomSaved(), zoomShown()]).toEqual([1.75, 1.75]);
});

it("an answer of before is not shown while a change is being saved", async () => {
  const { larger, read, letGo, isHeld, zoomShown } = lateHost();
  isHeld["settings.update"] = true;
  const saving = [larger(), larger()];
  const late = read();
  await Promise.resolve();
  letGo("settings.get");
  await late;
  expect(zoomShown()).toBe(1.5);
  isHeld["settings.update"] = false;
  letGo("settings.update");
  await Promise.all(saving);
  expect(zoomShown()).toBe(1.5);
});
