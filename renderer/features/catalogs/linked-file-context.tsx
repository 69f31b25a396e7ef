import { createContext, use, useMemo, useState, type ReactNode } from "react";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import { useCall } from "../../host/queries.ts";
import { useEditor } from "./use-catalog-editor.ts";

type LinkedFile = {
  /** null where the catalog is linked to no file, or cannot be read now. */
  readonly link: CatalogLink | null;
  /** What is different in the file is being looked at. */
  readonly isLooking: boolean;
  readonly look: () => void;
  readonly stopLooking: () => void;
};

const LinkedFileContext = createContext<LinkedFile | null>(null);

/** How it stands with the file that the catalog on the screen is linked to. */
export function LinkedFileProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { state } = useEditor();
  const links = useCall("catalogs.links", {}).data;
  const [isLooking, setLooking] = useState(false);
  const link = links?.find((one) => one.catalogId === state.id && one.state !== "locked") ?? null;
  const value = useMemo(
    () => ({
      link,
      isLooking,
      look: () => setLooking(true),
      stopLooking: () => setLooking(false),
    }),
    [link, isLooking],
  );
  return <LinkedFileContext value={value}>{children}</LinkedFileContext>;
}

export function useLinkedFile(): LinkedFile {
  const value = use(LinkedFileContext);
  if (value === null) throw new Error("useLinkedFile was used outside of a catalog's screen.");
  return value;
}
