import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";
import { announceVersion } from "./announce-undo.ts";
import { fileNameOf } from "./link-words.ts";
import { useLinkedFile } from "./linked-file-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useGoBack } from "./use-go-back.ts";
import { useSaveFirst } from "./use-save-first.ts";

/** What the user can do with the linked file. `hash` names the content that was looked at; another one is refused. */
type LinkedFileActions = {
  readonly unlink: () => Promise<void>;
  /** Writes the catalog over the file and says what came of it; null: where there is no file. */
  readonly write: (hash: string | null) => Promise<void>;
  /**
   * Makes what the file holds the newest version, or what was made of it and of what is on the screen, which is written to the
   * file too; answers what went wrong.
   */
  readonly take: (hash: string, made: Catalog | null) => Promise<AppError | null>;
  /** Writes what is on the screen over the file; answers what went wrong. */
  readonly keepOurs: (hash: string) => Promise<AppError | null>;
};

export function useLinkedFileActions(): LinkedFileActions {
  const host = useHost();
  const { state, actions } = useEditor();
  const { link } = useLinkedFile();
  const { restore } = useGoBack();
  const saveFirst = useSaveFirst();
  const { id } = state;
  const name = fileNameOf(link?.path ?? "");
  async function writeOver(hash: string | null): Promise<AppError | null> {
    const written = await host.call("catalogs.writeToFile", { id, hash });
    if (!written.ok) return written.error;
    showToast({ tone: "done", title: `${name} was written` });
    return null;
  }
  async function takeOver(hash: string, catalog: Catalog | null): Promise<AppError | null> {
    const before = await saveFirst();
    if (!before.ok) return before.error;
    const taken = await host.call("catalogs.takeFromFile", { id, hash, baseVersion: before.value, catalog });
    if (!taken.ok) return taken.error;
    const { version } = taken.value;
    const onPress = () => restore(before.value, version);
    const title =
      catalog === null ? `Version ${version} is as ${name}` : `Version ${version} and ${name} have both`;
    announceVersion({ title, action: { label: "Undo", onPress } }, version, actions);
    return null;
  }
  return {
    take: takeOver,
    async unlink() {
      const done = await host.call("catalogs.unlink", { id });
      if (!done.ok) return showToast({ tone: "failed", title: "Not unlinked", text: done.error.message });
      return showToast({ tone: "done", title: `Unlinked from ${name}`, text: "The file stays as it is." });
    },
    async write(hash) {
      const error = await writeOver(hash);
      if (error !== null) showToast({ tone: "failed", title: "Not written", text: error.message });
    },
    async keepOurs(hash) {
      const saved = await saveFirst();
      return saved.ok ? writeOver(hash) : saved.error;
    },
  };
}
