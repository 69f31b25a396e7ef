import type { ActionDefinition } from "./definition.ts";

const catalogs = { group: "Catalogs", places: ["catalogs"] } as const;
const table = { group: "Table of parameters", places: ["catalogs/table"], heardBy: "control" } as const;
const lists = { group: "Lists", places: ["catalogs/list", "history/list"], heardBy: "control" } as const;
const comparison = { group: "History", places: ["history/comparison"] } as const;
const history = { group: "History", places: ["history/list"], heardBy: "control" } as const;
const borders = { group: "Pane borders", places: ["border"], heardBy: "control" } as const;
const fixed = { isFixed: true } as const;

/** What is done on the screens of catalogs and history, in their lists and tables, and with the borders between panes. */
export const LIST_ACTIONS = [
  { id: "catalog.save", title: "Save the catalog's changes as a version", keys: ["Mod+S"], ...catalogs },
  { id: "table.insert", title: "Insert a parameter below", keys: ["Mod+Enter"], ...table },
  { id: "table.duplicate", title: "Duplicate the parameters", keys: ["Mod+D"], ...table },
  { id: "table.remove", title: "Delete the parameters", keys: ["Mod+Delete", "Mod+Backspace"], ...table },
  { id: "table.up", title: "Move the parameters up", keys: ["Alt+ArrowUp"], ...table, repeats: true },
  { id: "table.down", title: "Move the parameters down", keys: ["Alt+ArrowDown"], ...table, repeats: true },
  { id: "table.all", title: "Select all cells", keys: ["Mod+A"], ...table },
  { id: "table.edit", title: "Edit the cell, as typing over it does", keys: ["F2"], ...table },
  { id: "table.enter", title: "Edit the cell", keys: ["Enter"], ...table, ...fixed },
  {
    id: "table.tab",
    title: "Take the cell and go on, or back",
    keys: ["Tab", "Shift+Tab"],
    ...table,
    ...fixed,
  },
  {
    id: "table.select",
    title: "Select cells to copy, cut, paste or empty",
    keys: ["Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowUp", "Shift+ArrowDown"],
    ...table,
    ...fixed,
  },
  { id: "table.leave", title: "Give up a change, or leave the table", keys: ["Escape"], ...table, ...fixed },
  { id: "list.all", title: "Select everything that is listed, or nothing", keys: ["Mod+A"], ...lists },
  { id: "list.move", title: "Go up or down", keys: ["ArrowUp", "ArrowDown"], ...lists, ...fixed },
  { id: "list.open", title: "Open what is there", keys: ["Enter"], ...lists, ...fixed },
  {
    id: "list.tick",
    title: "Select it, or everything up to it",
    keys: ["Space", "Shift+Space"],
    ...lists,
    ...fixed,
  },
  {
    id: "list.onward",
    title: "Select on, row by row",
    keys: ["Shift+ArrowUp", "Shift+ArrowDown"],
    ...lists,
    ...fixed,
  },
  {
    id: "body.find",
    title: "Find in the body of an answer",
    keys: ["Mod+F"],
    group: "Lists",
    places: ["compose/answer", "history/answer"],
    heardBy: "control",
  },
  { id: "difference.next", title: "Go to the next difference", keys: ["F7"], ...comparison, repeats: true },
  {
    id: "difference.previous",
    title: "Go to the one before",
    keys: ["Shift+F7"],
    ...comparison,
    repeats: true,
  },
  {
    id: "column.width",
    title: "On a column's heading: change its width",
    keys: ["Shift+ArrowLeft", "Shift+ArrowRight"],
    ...history,
    ...fixed,
  },
  {
    id: "exchange.close",
    title: "Close the exchange or the comparison",
    keys: ["Escape"],
    ...history,
    ...fixed,
  },
  { id: "border.move", title: "Move by 16 pixels", keys: ["ArrowLeft", "ArrowRight"], ...borders, ...fixed },
  {
    id: "border.far",
    title: "Move by 64 pixels",
    keys: ["Shift+ArrowLeft", "Shift+ArrowRight"],
    ...borders,
    ...fixed,
  },
  { id: "border.end", title: "Move to the ends", keys: ["Home", "End"], ...borders, ...fixed },
] as const satisfies readonly ActionDefinition[];
