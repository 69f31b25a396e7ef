import { Menu, type MenuItemConstructorOptions } from "electron";

/**
 * The standard menus, by role, for their shortcuts and for the platform's own wording. There is no Reload: the window
 * keeps itself current.
 */
export function setMenu(platform: NodeJS.Platform, isPackaged: boolean): void {
  const template: MenuItemConstructorOptions[] = [
    ...(platform === "darwin" ? [{ role: "appMenu" } as const] : []),
    { role: "fileMenu" },
    { role: "editMenu" },
    { label: "View", submenu: viewMenu(isPackaged) },
    { role: "windowMenu" },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function viewMenu(isPackaged: boolean): MenuItemConstructorOptions[] {
  return [
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    { type: "separator" },
    { role: "togglefullscreen" },
    ...(isPackaged ? [] : [{ type: "separator" } as const, { role: "toggleDevTools" } as const]),
  ];
}
