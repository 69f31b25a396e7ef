import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type AppHandlers = Pick<Handlers, "app.info" | "app.dismissNotice" | "settings.get" | "settings.update">;

export function createAppHandlers(services: Services): AppHandlers {
  const { notices, events, workspace } = services;
  return {
    "app.info": () =>
      success({
        version: services.appVersion,
        host: services.host,
        workspacePath: workspace.path,
        gatewayUrl: services.gatewayUrl,
        notices: [...notices.list()],
      }),
    "app.dismissNotice": ({ id }) => {
      notices.dismiss(id);
      return success({});
    },
    "settings.get": () => success(workspace.settings.get()),
    "settings.update": (patch) => {
      const updated = workspace.settings.update(patch);
      if (updated.ok) events.emit("settings.changed", {});
      return updated;
    },
  };
}
