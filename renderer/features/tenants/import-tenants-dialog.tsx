import { useState, type ReactNode } from "react";
import type { ImportPreview } from "../../../shared/contract/tenant-calls.ts";
import { useHost } from "../../host/host-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import styles from "./tenants.module.css";

type Chosen = { readonly fileName: string; readonly text: string; readonly preview: ImportPreview };

/** Takes a file of tenants, shows what it would bring or what is wrong with it, and imports it. */
export function ImportTenantsDialog(props: { readonly onClose: () => void }): ReactNode {
  const host = useHost();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setProblem(null);
    const text = await file.text();
    const preview = await host.call("tenants.previewImport", { text });
    if (preview.ok) setChosen({ fileName: file.name, text, preview: preview.value });
    else setProblem(preview.error.message);
  }
  async function importThem(text: string): Promise<void> {
    const imported = await host.call("tenants.import", { text });
    if (!imported.ok) return setProblem(imported.error.message);
    const title = `${formatCount(imported.value.length, "tenant", "tenants")} imported`;
    showToast({ tone: "done", title, text: "Their secrets have to be set." });
    props.onClose();
  }
  const isReady = chosen !== null && chosen.preview.problems.length === 0;
  const actions = (
    <>
      <Button onPress={props.onClose}>Cancel</Button>
      <Button
        isDisabled={!isReady}
        onPress={() => chosen !== null && void importThem(chosen.text)}
        variant="primary"
      >
        Import
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isKept isOpen onClose={props.onClose} title="Import tenants">
      <label className={styles.file}>
        <span>A file that was exported from a console. It has no secrets in it.</span>
        <input
          accept=".json,application/json"
          onChange={(event) => void choose(event.target.files?.[0])}
          type="file"
        />
      </label>
      <div aria-live="polite">
        {problem === null ? null : <p className={styles.problem}>{problem}</p>}
        {chosen === null ? null : <Preview {...chosen} />}
      </div>
    </Dialog>
  );
}

function Preview({ fileName, preview }: Chosen): ReactNode {
  const { problems, tenants } = preview;
  if (problems.length > 0) {
    return (
      <>
        <p className={styles.problem}>
          {`${fileName} has ${formatCount(problems.length, "mistake", "mistakes")}, so nothing can be imported.`}
        </p>
        <ul className={styles.preview}>
          {problems.map(({ line, path, message }) => (
            <li key={`${line} ${path} ${message}`}>
              Line {line} {path === "" ? null : <code>{path}</code>}: {message}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <ul className={styles.preview}>
      {tenants.map(({ name, kind, endpoints, remarks }) => (
        <li key={name}>
          <strong>{name}</strong> ({kind}){" "}
          {endpoints.map((endpoint) => (
            <code key={endpoint}>{endpoint} </code>
          ))}
          {remarks.map((remark) => (
            <p className={styles.hint} key={remark}>
              {remark}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
