import type { ReactNode } from "react";
import type { CatalogLink } from "../../../shared/contract/link-calls.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import styles from "./catalogs.module.css";
import { fileNameOf } from "./link-words.ts";
import { LinkedFileDialog } from "./linked-file-dialog.tsx";
import { useLinkedFile } from "./linked-file-context.tsx";
import { useLinkedFileActions } from "./use-linked-file-actions.ts";

/** What is the matter with the linked file, and what can be done about it. */
export function LinkNotice(): ReactNode {
  const { link, isLooking, stopLooking } = useLinkedFile();
  if (link === null) return null;
  return (
    <>
      {link.state === "in-step" ? null : <Trouble link={link} />}
      {isLooking ? <LinkedFileDialog link={link} onClose={stopLooking} /> : null}
    </>
  );
}

function Trouble({ link }: { readonly link: CatalogLink }): ReactNode {
  const { look } = useLinkedFile();
  const { unlink, write } = useLinkedFileActions();
  const canWrite = link.state !== "unreadable" || link.hash !== null;
  const answers =
    link.state === "changed" ? (
      <Button onPress={look} size="small">
        Look at the changes
      </Button>
    ) : (
      <span className={styles.answers}>
        {canWrite ? (
          <Button onPress={() => void write(link.hash)} size="small">
            Write the file
          </Button>
        ) : null}
        <Button onPress={() => void unlink()} size="small">
          Unlink
        </Button>
      </span>
    );
  return (
    <Notice action={answers} severity="warning">
      <code>{fileNameOf(link.path)}</code>
      {": "}
      <Sentence text={link.message} />
    </Notice>
  );
}
