import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { LinkCallName } from "../../../shared/contract/link-calls.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

export function createLinkHandlers({ links }: Services): Pick<Handlers, LinkCallName> {
  return {
    "catalogs.links": () => success(links.list()),
    "catalogs.link": ({ id, source }) => links.link(id, source),
    "catalogs.unlink": ({ id }) => {
      const unlinked = links.unlink(id);
      return unlinked.ok ? success({}) : unlinked;
    },
    "catalogs.linkedFile": ({ id }) => links.linkedFile(id),
    "catalogs.takeFromFile": (change) => links.takeFromFile(change),
    "catalogs.writeToFile": ({ id, hash }) => links.writeToFile(id, hash),
  };
}
