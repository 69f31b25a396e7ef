import type { History } from "../history/history.ts";
import { slugOf } from "../workspace/slug.ts";
import type { Workspace } from "../workspace/workspace.ts";

/**
 * An id made of the tenant's name, for the command line and the files. One that any tenant had before, as far as drafts and
 * exchanges tell, is not given again: what is there would seem to be the new tenant's.
 */
export function freeTenantId(
  {
    workspace,
    history,
  }: {
    readonly workspace: Pick<Workspace, "tenants" | "drafts">;
    readonly history: Pick<History, "count">;
  },
  name: string,
  taken: readonly string[],
): string {
  const isTaken = (id: string): boolean =>
    taken.includes(id) ||
    workspace.tenants.get(id) !== null ||
    workspace.tenants.listRemoved().some(({ tenant }) => tenant.id === id) ||
    workspace.drafts.list(id).length > 0 ||
    history.count({ tenantId: id }) > 0;
  const base = slugOf(name, "tenant");
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(id)) return id;
  }
}
