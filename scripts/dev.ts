import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer as createNetServer } from "node:net";
import { join } from "node:path";
import { createBuilder, createServer, type Plugin, type ViteDevServer } from "vite";
import { ensureBuilt } from "./lib/ensure-built.ts";
import { repositoryRoot } from "./lib/run-tool.ts";

// `npm run dev`: the browser host with the window from Vite's development server (hot reload), and a new start of the
// host on each change of its sources. Arguments go to the host, e.g. `npm run dev -- --workspace DIR`.
//
// The host runs as it does for users; Vite stands in front of it and passes on what is not the window's own files. For
// that the host's address is put in place of Vite's in `Host` and `Origin`: to the host, Vite is the window.

const RESTART_EVENT = "optievent:restarted";
const START_LINK = /http:\/\/127\.0\.0\.1:\d+(\/start\?token=\S+)/;

/** Lets the window sign in to a host that was started again; it knows nothing of this by itself. */
const signInAgain: Plugin = {
  name: "optievent-sign-in-again",
  transformIndexHtml: {
    // Before Vite looks for the scripts that it gives `import.meta.hot`.
    order: "pre",
    handler: () => [
      {
        tag: "script",
        attrs: { type: "module" },
        children: `import.meta.hot?.on("${RESTART_EVENT}", ({ path }) => location.assign(path));`,
        injectTo: "head",
      },
    ],
  },
};

async function findFreePort(): Promise<number> {
  const server = createNetServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

function startVite(hostUrl: string): Promise<ViteDevServer> {
  const toHost = { target: hostUrl, changeOrigin: true, headers: { origin: hostUrl } };
  return createServer({
    configFile: join(repositoryRoot, "vite.config.ts"),
    plugins: [signInAgain],
    server: {
      host: "127.0.0.1",
      proxy: { "/api": toHost, "/start": toHost, "/download": toHost },
    },
  });
}

/** Calls `onBuilt` after the first build of the host and after each change. */
async function watchHost(onBuilt: () => void): Promise<void> {
  const builder = await createBuilder({
    configFile: join(repositoryRoot, "vite.config.ts"),
    logLevel: "warn",
    environments: { main: { build: { watch: {} } } },
  });
  const environment = builder.environments["main"];
  if (environment === undefined) throw new Error("vite.config.ts has no environment for the main process.");
  const watcher = await builder.build(environment);
  if (!("on" in watcher)) throw new Error("Vite did not watch.");
  watcher.on("event", (event) => {
    if (event.code === "END") onBuilt();
    if (event.code === "ERROR") console.error(event.error.message);
  });
}

/** Calls `onStart` with the path of the start link, once the host has printed it. */
function startHost(port: number, onStart: (path: string) => void): ChildProcess {
  const host = join(repositoryRoot, "out/main/browser.js");
  const args = ["--port", String(port), "--no-open", ...process.argv.slice(2)];
  const child = spawn(process.execPath, ["--enable-source-maps", host, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const hadLink = START_LINK.test(printed);
    printed += chunk.toString("utf8");
    const path = START_LINK.exec(printed)?.[1];
    if (!hadLink && path !== undefined) onStart(path);
  });
  return child;
}

async function develop(): Promise<void> {
  // The host asks for a built window even though Vite serves another one; any that is there will do.
  const hasWindow = existsSync(join(repositoryRoot, "out/renderer/index.html"));
  if (!hasWindow && !(await ensureBuilt())) process.exit(1);
  const port = await findFreePort();
  const vite = await startVite(`http://127.0.0.1:${port}`);
  await vite.listen();
  const address = vite.resolvedUrls?.local[0] ?? "";
  let host: ChildProcess | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function restart(): Promise<void> {
    if (host !== null && host.exitCode === null && host.signalCode === null) {
      host.kill("SIGTERM");
      await once(host, "exit");
    }
    host = startHost(port, (path) => {
      console.log(`Open  ${new URL(path, address).href}`);
      vite.ws.send({ type: "custom", event: RESTART_EVENT, data: { path } });
    });
  }
  await watchHost(() => {
    turn = turn.then(restart);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      host?.kill("SIGTERM");
      process.exit(0);
    });
  }
}

await develop();
