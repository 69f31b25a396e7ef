import { Menu, type MenuItemConstructorOptions } from "electron";

/**
 * The standard menus, by role, for their shortcuts and for the platform's own wording. There is no Reload: the window
 * keeps itself current. There is no zoom: the window has its own, which it remembers, and its keys are the same.
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
    { role: "togglefullscreen" },
    ...(isPackaged ? [] : [{ type: "separator" } as const, { role: "toggleDevTools" } as const]),
  ];
}
