/** The catalog that was opened, as long as it is there; else that of the tenant, else the first; null where there is none. */
export function chooseCatalog(
  catalogs: readonly { readonly id: string }[],
  openedId: string | null,
  tenantsId: string | null,
): string | null {
  const has = (id: string | null) => catalogs.some((catalog) => catalog.id === id);
  if (has(openedId)) return openedId;
  return has(tenantsId) ? tenantsId : (catalogs[0]?.id ?? null);
}
