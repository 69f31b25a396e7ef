import { connect } from "node:net";
import { afterEach } from "vitest";
import { catalogSchema } from "../../../shared/domain/catalog.ts";
import { startGateway, type Gateway, type GatewayOptions } from "../gateway.ts";

const CATALOG = catalogSchema.parse({
  format: "optievent-catalog/1",
  name: "Test",
  events: [
    {
      key: "newsletter_signup",
      id: 1101,
      parameters: [
        { name: "email", type: "string", required: true, format: "email" },
        { name: "opt_in", type: "boolean", required: true },
      ],
    },
  ],
});
export const NOW = new Date("2020-04-13T00:00:00.000Z");

/** The request example of the vendor's OptiEvent document, verbatim, tabs and all. */
export const SEED_REQUEST = `    {
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true} 
    }`;
/** The same with one identity, as the notes below that example demand. */
export const OPTIEVENT = SEED_REQUEST.replace(/.*"visitor".*\n/, "");
export const REALTIME = `{"tid":"a1b2","cid":"johndoe@domain.com","eid":1101,"context":{"email":"johndoe@domain.com","opt_in":true}}`;

const startedGateways: Gateway[] = [];
afterEach(async () => {
  await Promise.all(startedGateways.splice(0).map((gateway) => gateway.close()));
});

/** Starts a gateway that is closed after the test. */
export async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await startGateway({
    catalog: () => CATALOG,
    tenantNumber: 999,
    token: null,
    now: () => NOW,
    ...options,
  });
  startedGateways.push(gateway);
  return gateway;
}

export async function post(
  gateway: Gateway,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(gateway.url + path, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** The documented refusal, up to its last character. */
export function optieventRefusal(reason: string): string {
  return `{"status":"error","message":"Failed to validate the event with the following error - ${reason}"}`;
}

/** Writes and, where asked to, half-closes; resolves with what came back by the time the server ends the connection. */
export function rawExchange(gateway: Gateway, text: string, end = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(gateway.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
    if (end) socket.end(text);
    else socket.write(text);
  });
}
