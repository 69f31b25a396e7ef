/** `Retail Österreich (EU)` becomes `retail-osterreich-eu`; a name without Latin letters becomes the fallback. */
export function slugOf(name: string, fallback: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return slug.replace(/-+$/, "") || fallback;
}
