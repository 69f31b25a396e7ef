import { builtinModules } from "node:module";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { forgetBuild, isBuildFresh, recordBuild, sourceFingerprint } from "./scripts/lib/build-freshness.ts";
import { withBuildLock } from "./scripts/lib/build-lock.ts";

const here = import.meta.dirname;
const fromHere = (path: string) => resolve(here, path);

/**
 * One file builds all three processes: `vite build --app` writes out/renderer (the window), out/main (desktop, browser
 * host and command line, sharing their chunks) and out/preload (CommonJS, because a sandboxed preload must be).
 * Everything but Electron and Node's own modules is bundled, so that the installed app needs no node_modules.
 */
export default defineConfig({
  root: fromHere("renderer"),
  base: "./",
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: fromHere("out/renderer"),
        emptyOutDir: true,
        target: "chrome140",
        modulePreload: { polyfill: false },
        // One sheet, so that the order of its rules does not hang on which screen was opened first.
        cssCodeSplit: false,
        chunkSizeWarningLimit: 4_000,
      },
    },
    main: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"], builtins: [/^node:/, ...builtinModules] },
      build: {
        outDir: fromHere("out/main"),
        emptyOutDir: true,
        ssr: true,
        target: "node24",
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            desktop: fromHere("electron/main.ts"),
            browser: fromHere("electron/hosts/browser/start.ts"),
            cli: fromHere("electron/hosts/cli/start.ts"),
            "answer-thread": fromHere("electron/core/send/long-answer-thread.ts"),
            "history-thread": fromHere("electron/core/history/finding/finding-thread.ts"),
            "export-thread": fromHere("electron/core/export/export-thread.ts"),
          },
          external: ["electron", /^node:/],
          output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        outDir: fromHere("out/preload"),
        emptyOutDir: true,
        ssr: true,
        target: "node24",
        minify: false,
        rolldownOptions: {
          input: { index: fromHere("electron/preload.ts") },
          external: ["electron"],
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
  builder: {
    buildApp: (builder) =>
      withBuildLock(async () => {
        // Asked for by those that need any build of the current sources: another may have made one by now.
        if (process.env["OPTIEVENT_BUILD"] === "if-stale" && isBuildFresh()) return;
        const fingerprint = sourceFingerprint();
        forgetBuild();
        for (const name of ["client", "main", "preload"]) {
          const environment = builder.environments[name];
          if (environment !== undefined) await builder.build(environment);
        }
        recordBuild(fingerprint);
      }),
  },
});
