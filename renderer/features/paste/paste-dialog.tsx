import { useMemo, useState, type ReactNode } from "react";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { Draft } from "../../../shared/domain/draft.ts";
import type { PasteCandidate } from "../../../shared/paste/types.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { showToast } from "../../ui/toast.tsx";
import { eventKeyOf } from "./draft-of-candidate.ts";
import { createInspect } from "./inspect-candidate.ts";
import styles from "./paste-dialog.module.css";
import { PasteResultView } from "./paste-result.tsx";
import { PasteSource } from "./paste-source.tsx";
import { NO_TEXT, type SourceText } from "./source-text.ts";
import { useOpenDraft, type DraftTarget } from "./use-open-draft.ts";
import { useRecognition } from "./use-recognition.ts";

export type PasteDialogProps = {
  readonly tenant: TenantView;
  readonly catalog: Catalog;
  readonly savedDrafts: readonly Draft[];
  /** The event being written, for a body that names none. */
  readonly eventKey: string;
  readonly onClose: () => void;
};

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const;

/** Reads whatever is pasted, shows the events in it, and opens one of them as a draft. Nothing of it is ever run. */
export function PasteDialog(props: PasteDialogProps): ReactNode {
  const { tenant, onClose } = props;
  const paste = usePastedEvents(props);
  const { candidate, target, isAsking } = paste;
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        isDisabled={target === null || paste.isReading || isAsking}
        onPress={() => paste.open(false)}
        variant="primary"
      >
        Open as draft
      </Button>
    </>
  );
  return (
    <Dialog actions={actions} isKept isOpen isWide onClose={onClose} title="Paste an event from anywhere">
      <div className={styles.columns}>
        <PasteSource onChange={paste.setSource} source={paste.source} />
        <div className={styles.found}>
          {isAsking && target !== null ? (
            <Replace
              eventKey={target.eventKey}
              onKeep={() => paste.choose(paste.chosen)}
              onReplace={() => paste.open(true)}
            />
          ) : null}
          <PasteResultView
            {...paste}
            onChoose={paste.choose}
            target={candidate === null ? null : describeTarget(tenant, candidate, target)}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** What was pasted, what was found in it, which one is chosen, and the way to open that. */
function usePastedEvents(props: PasteDialogProps) {
  const { tenant, catalog } = props;
  const [source, setSource] = useState(NO_TEXT);
  const [chosen, setChosen] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const recognition = useRecognition(source.text);
  const [now] = useState(() => new Date());
  const inspect = useMemo(() => createInspect(tenant, catalog, now), [tenant, catalog, now]);
  const drafts = useOpenDraft(tenant, catalog, props.savedDrafts);
  const candidates = recognition.result?.ok === true ? recognition.result.candidates : NO_CANDIDATES;
  const candidate = candidates[Math.min(chosen, candidates.length - 1)] ?? null;
  const target = candidate === null ? null : targetOf(props, candidate, inspect(candidate).event);
  const isReading = recognition.text !== source.text;
  const choose = (index: number) => {
    setChosen(index);
    setIsAsking(false);
  };
  return {
    source,
    setSource: (next: SourceText) => {
      choose(0);
      setSource(next);
    },
    recognition,
    isReading,
    candidates,
    candidate,
    chosen,
    choose,
    inspect,
    target,
    /** The draft has changes, and it is for the user to say whether they may go. */
    isAsking,
    open(isAgreed: boolean) {
      if (candidate === null || target === null || isReading) return;
      if (!isAgreed && drafts.isChanged(target, candidate.text)) {
        setIsAsking(true);
        return;
      }
      drafts.open(target, candidate.text);
      const title = `Opened as the ${API_NAMES[candidate.api]} draft of ${target.eventKey}`;
      showToast({ tone: "done", title, text: "Undo brings back what was there before." });
      props.onClose();
    },
  };
}

const NO_CANDIDATES: readonly PasteCandidate[] = [];

function targetOf(
  { tenant, eventKey }: PasteDialogProps,
  candidate: PasteCandidate,
  meant: Parameters<typeof eventKeyOf>[1],
): DraftTarget | null {
  const connection = tenant.connections.find(({ api }) => api === candidate.api);
  const key = eventKeyOf(candidate, meant, eventKey);
  return connection === undefined || key === "" ? null : { connection, eventKey: key };
}

function describeTarget(
  tenant: TenantView,
  { api, event }: PasteCandidate,
  target: DraftTarget | null,
): string {
  const name = API_NAMES[api];
  if (target === null && tenant.connections.some((connection) => connection.api === api)) {
    return "Nothing: the body names no event, and there is none being written.";
  }
  if (target === null) {
    return `Nothing: "${tenant.name}" has no connection for ${name}. Add one to the tenant to open it.`;
  }
  const draft = `The ${name} draft of ${target.eventKey}`;
  return event === null ? `${draft}, which is being written, because the body names no event` : draft;
}

function Replace(props: {
  readonly eventKey: string;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}): ReactNode {
  return (
    <Notice
      action={
        <span className={styles.answers}>
          <Button onPress={props.onKeep} size="small">
            Keep it
          </Button>
          <Button onPress={props.onReplace} size="small">
            Replace it
          </Button>
        </span>
      }
      severity="warning"
    >
      {`The draft of ${props.eventKey} has changes of yours. Replace it? Undo brings it back.`}
    </Notice>
  );
}
