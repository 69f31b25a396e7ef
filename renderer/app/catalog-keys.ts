import type { KeyHelpGroup } from "./keys.ts";

/** The keys of the Catalogs screen, for the sheet that `?` opens. */
export function catalogKeyHelp(command: string): readonly KeyHelpGroup[] {
  return [
    {
      title: "Catalogs",
      keys: [
        { keys: `${command} S`, does: "Save the changes as a version" },
        { keys: `${command} Z`, does: "Undo the last change of the catalog, with Shift redo it" },
        { keys: "Space", does: "Tick the event of the list, with Shift up to there" },
        { keys: `${command} A`, does: "Tick all events that are listed" },
      ],
    },
    {
      title: "Table of parameters",
      keys: [
        { keys: "Enter F2", does: "Edit the cell, or type over it; Esc gives up" },
        { keys: "Tab", does: "Take the cell and go to the next, with Shift to the previous" },
        { keys: "Shift \u2190 \u2192 \u2191 \u2193", does: "Select cells to copy, cut, paste or empty" },
        { keys: "Alt \u2191 \u2193", does: "Move the parameter" },
        { keys: `${command} Enter`, does: "Insert a parameter below" },
        { keys: `${command} D`, does: "Duplicate the parameter" },
        { keys: `${command} Delete`, does: "Delete the parameter" },
        { keys: "Esc", does: "Leave the table" },
      ],
    },
  ];
}
