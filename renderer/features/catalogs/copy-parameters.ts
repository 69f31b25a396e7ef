import { cellText, COLUMN_LABELS, COLUMNS } from "../../../shared/catalog-edit/columns.ts";
import { writeTable } from "../../../shared/catalog-edit/table-text.ts";
import type { CatalogEvent } from "../../../shared/domain/catalog.ts";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";

/** Puts all parameters with their headings on the clipboard, as a spreadsheet takes them. */
export async function copyParameters(event: CatalogEvent): Promise<void> {
  const headings = COLUMNS.map((column) => COLUMN_LABELS[column]);
  const rows = event.parameters.map((parameter) => COLUMNS.map((column) => cellText(parameter, column)));
  try {
    await navigator.clipboard.writeText(writeTable([headings, ...rows]));
    showToast({ tone: "done", title: `${formatCount(rows.length, "parameter", "parameters")} copied` });
  } catch {
    showToast({
      tone: "failed",
      title: "Nothing was copied",
      text: "The clipboard is not available to this window. Select all cells and copy them by key.",
    });
  }
}
