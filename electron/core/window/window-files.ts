import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { settingsSchema, type Theme } from "../../../shared/domain/settings.ts";
import type { Dispatch } from "../../../shared/contract/dispatch.ts";
import { NONCE_PLACEHOLDER } from "./content-policy.ts";

export type WindowFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string };

/** The built window, as a host serves it. */
export type WindowFiles = {
  /** The HTML document with the nonce filled in, and the theme, so that the first thing painted has its colours. */
  document(nonce: string, theme: Theme): string;
  /** The file at a URL's path, exactly as it stands in the URL; undefined if the window has none of that name. */
  file(urlPath: string): WindowFile | undefined;
};

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const THEME_PLACEHOLDER = "__THEME__";
const DOCUMENT = "/index.html";

/**
 * Reads the built window, all of it, once. What is served afterwards is found in a table by its name, so no request can
 * name a file outside of it, however it is written, and a build during the run does not mix two versions.
 * Throws the system's error if the folder or its index.html cannot be read.
 */
export function loadWindowFiles(folder: string): WindowFiles {
  const documentText = readFileSync(join(folder, DOCUMENT), "utf8");
  const files = new Map<string, WindowFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const urlPath = path.slice(folder.length).replaceAll("\\", "/");
    files.set(urlPath, { bytes: new Uint8Array(readFileSync(path)), contentType });
  }
  return {
    document: (nonce, theme) =>
      documentText.replaceAll(NONCE_PLACEHOLDER, nonce).replaceAll(THEME_PLACEHOLDER, theme),
    file: (urlPath) => files.get(urlPath),
  };
}

const withThemeSchema = settingsSchema.pick({ theme: true });

/** The theme that the user chose; the system's while the settings cannot be had. */
export async function readTheme(dispatch: Dispatch): Promise<Theme> {
  const answer = await dispatch("settings.get", {});
  const settings = withThemeSchema.safeParse(answer.ok ? answer.value : {});
  return settings.success ? settings.data.theme : "system";
}
