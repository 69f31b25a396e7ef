import type { Guard } from "../guard/guard.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { History } from "../history/history.ts";
import type { Notices } from "../notices.ts";
import type { Clock, EventBus, HostName, SaveFile } from "../ports.ts";
import type { SendService } from "../send/send-service.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What the handlers of the contract's calls work with. */
export type Services = {
  readonly workspace: Workspace;
  readonly history: History;
  readonly secrets: Secrets;
  readonly send: SendService;
  readonly guard: Guard;
  readonly events: EventBus;
  readonly notices: Notices;
  readonly saveFile: SaveFile;
  readonly clock: Clock;
  readonly host: HostName;
  readonly appVersion: string;
  /** The running gateway's address; null while none runs. */
  readonly gatewayUrl: string | null;
};
