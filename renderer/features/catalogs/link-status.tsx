import type { ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { copyText } from "../../ui/copy-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import { TooltipButton } from "../../ui/tooltip-button.tsx";
import styles from "./catalogs.module.css";
import { fileNameOf, linkTrouble } from "./link-words.ts";
import { useLinkedFile } from "./linked-file-context.tsx";

/** Which file the catalog is linked to and whether something is the matter with it. A press copies the whole path. */
export function LinkStatus(): ReactNode {
  const { link } = useLinkedFile();
  if (link === null) return null;
  const { path, state } = link;
  const trouble = linkTrouble(state);
  const words = `linked to ${fileNameOf(path)}`;
  const copy = async () => {
    if (await copyText(path)) showToast({ tone: "done", title: "Path copied", text: path });
  };
  return (
    <>
      <TooltipButton
        label={`Copy the path: ${words}${trouble === null ? "" : `, ${trouble}`}`}
        onPress={() => void copy()}
        text={path}
      >
        <span className={styles.linkName}>{words}</span>
      </TooltipButton>
      {trouble === null ? null : <Badge tone="warning">{trouble}</Badge>}
    </>
  );
}
