import { describe, expect, it } from "vitest";
import { CODE_LANGUAGES, writeCode } from "../../shared/code/write-code.ts";
import { CURL_SHELLS, writeCurl } from "../../shared/code/write-curl.ts";
import { signatureProblem } from "./signature.ts";
import { start } from "./test-support/gateway-fixture.ts";
import {
  expectedBytes,
  HOSTILE_TEXTS,
  hostileRequests,
  type HostileRequest,
} from "./test-support/hostile-requests.ts";
import { startRecordingFront } from "./test-support/recording-front.ts";
import { LANGUAGE_RUNNERS } from "./test-support/run-languages.ts";
import { folderWith, hasTool, run } from "./test-support/run-program.ts";

/** Of everything that a shell, a compiler or JSON takes for something else, but the null byte no environment can hold. */
const TOKEN = `t0k"en\\$HOME\`'%PATH%!\n\t\x01\x7f\u00e9\u{1f600}`;
const VARIABLES = { OPTIEVENT_TOKEN: TOKEN };
const COMPILING = 120_000;

type Front = Awaited<ReturnType<typeof startRecordingFront>>;

async function startFront(): Promise<Front> {
  const gateway = await start({ catalog: () => null, token: TOKEN });
  return await startRecordingFront(gateway.url);
}

function expectAllReceived(front: Front, requests: readonly HostileRequest[]): void {
  for (const request of requests) {
    const received = front.recorded.get(request.name);
    expect(received?.body.equals(expectedBytes(request.text, TOKEN)), request.name).toBe(true);
    expect(received?.headers["content-type"]).toBe("application/json");
    const isSigned = request.headers.some(([name]) => name.startsWith("X-"));
    const problem = signatureProblem(
      received?.headers ?? {},
      received?.body ?? Buffer.alloc(0),
      TOKEN,
      isSigned,
    );
    expect(problem, request.name).toBeNull();
    if (/plain|-signed|realtime/.test(request.name))
      expect(received?.answer).toMatch(/"success"|"IsSuccess": ?true/);
  }
}

describe("generated code", () => {
  for (const language of CODE_LANGUAGES) {
    const { missing, runAll } = LANGUAGE_RUNNERS[language];
    const title = missing === null ? language : `${language} (${missing})`;
    it.skipIf(missing !== null)(
      `in ${title} sends the identical bytes, its token and a valid signature`,
      { timeout: COMPILING },
      async () => {
        const front = await startFront();
        const requests = hostileRequests(front.url, language);
        await runAll(
          requests.map((request) => writeCode(request, language)),
          VARIABLES,
        );
        expectAllReceived(front, requests);
      },
    );
  }

  it("holds no token and asks for it where it is needed alone", () => {
    for (const request of hostileRequests("http://127.0.0.1:1", "x")) {
      const written = [
        ...CODE_LANGUAGES.map((language) => writeCode(request, language)),
        ...CURL_SHELLS.map((shell) => writeCurl(request, shell)),
      ];
      const needsToken = /signed|realtime|token/.test(request.name);
      for (const code of written) expect(code.includes("OPTIEVENT_TOKEN")).toBe(needsToken);
    }
  });
});

const hasCurl = hasTool("curl", ["--version"]) && hasTool("openssl", ["version"]);

describe("a cURL command", () => {
  for (const shell of ["sh", "bash", "zsh"]) {
    const missing = !hasCurl
      ? "curl is not installed"
      : hasTool(shell, ["-c", "true"])
        ? null
        : "it is not installed";
    it.skipIf(missing !== null)(
      `in ${shell}${missing === null ? "" : ` (${missing})`} sends the identical bytes, its token and a valid signature`,
      async () => {
        const front = await startFront();
        const requests = [...hostileRequests(front.url, shell), ...oneByOne(front.url, shell)];
        // As one script, one after another, which is how several of them are exported.
        const script = requests.map((request) => writeCurl(request, "posix")).join("");
        await run(shell, ["script.sh"], await folderWith({ "script.sh": script }), VARIABLES);
        expectAllReceived(front, requests);
      },
    );
  }

  it.skipIf(!hasCurl)("sends the console's headers and no others", async () => {
    const front = await startFront();
    const [request] = hostileRequests(front.url, "headers").slice(1);
    const script = writeCurl(request ?? { url: "", headers: [], text: "" }, "posix");
    await run("sh", ["script.sh"], await folderWith({ "script.sh": script }), VARIABLES);
    const raw = [...front.recorded.values()][0]?.rawHeaders ?? [];
    expect(raw.filter((_, index) => index % 2 === 0).sort()).toEqual(
      request?.headers.map(([name]) => name).sort(),
    );
  });

  it.skip("in cmd.exe and in PowerShell is run (both are Windows' own; their quoting is read back in shared/code)", () => {});
});

/** Each text as a body of its own, so that what carries it is chosen for it alone. */
function oneByOne(url: string, from: string): HostileRequest[] {
  return HOSTILE_TEXTS.map((text, index) => {
    const name = `/${from}-${index}/optievent`;
    return { name, url: url + name, headers: [["Content-Type", "application/json"]], text };
  });
}
