import { useState, type ReactNode } from "react";
import type { HistoryView as SavedView } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { useCall } from "../../host/queries.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ChevronDownIcon } from "../../ui/icons.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { showToast } from "../../ui/toast.tsx";
import { DEFAULT_VIEWS } from "./default-views.ts";
import { useHistoryView } from "./history-view-context.tsx";
import { SaveViewDialog } from "./save-view-dialog.tsx";
import { useColumns } from "./use-columns.ts";
import { ViewSheet, type Asked } from "./view-sheet.tsx";

/** Queries with a name: those that come with the console, and the user's own. */
export function SavedViews(): ReactNode {
  const host = useHost();
  const { text, sort, setText, setSort } = useHistoryView();
  const columns = useColumns();
  const saved = useCall("history.views", {}).data ?? [];
  const name = [...saved, ...DEFAULT_VIEWS].find((view) => view.text === text)?.name ?? "Views";
  const [asked, setAsked] = useState<Asked | null>(null);
  const remove = async (view: SavedView) => {
    setAsked(null);
    const result = await host.call("history.removeView", { id: view.id });
    if (!result.ok)
      showToast({ tone: "failed", title: "The view was not deleted", text: result.error.message });
  };
  return (
    <>
      <PopoverButton
        renderSheet={(close) => (
          <ViewSheet
            onApply={(view) => {
              setText(view.text);
              setSort(view.sort);
              if (view.columns !== null) columns.show(view.columns);
              close();
            }}
            onAsk={(next) => {
              close();
              setAsked(next);
            }}
            saved={saved}
          />
        )}
        label={`Views: ${name}`}
      >
        {name}
        <ChevronDownIcon />
      </PopoverButton>
      {asked?.kind === "save" ? (
        <SaveViewDialog
          columns={columns.shown.map(({ id }) => id)}
          names={saved.map(({ name }) => name)}
          onClose={() => setAsked(null)}
          sort={sort}
          text={text}
          view={asked.view}
        />
      ) : null}
      <ConfirmDialog
        confirmLabel="Delete the view"
        isOpen={asked?.kind === "remove"}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked?.kind === "remove") void remove(asked.view);
        }}
        title="Delete this view?"
      >
        {`"${asked?.view?.name ?? ""}" is deleted. No exchange is touched.`}
      </ConfirmDialog>
    </>
  );
}
