import { expect } from "vitest";
import type { Connection } from "../../../../shared/domain/tenant.ts";
import { ACTS } from "../../../core/test-support/echoing-server.ts";
import { findClosedPort, type TestServer } from "../../../core/transport/test-support/servers.ts";
import { filesBelow, type PlantedConsole } from "./planted-console.ts";

const HOSTILE = `"'<&%+/=\\ ä€😀`;
const planted = (name: string): string => `Zq7${name}01${HOSTILE}Zq7${name}02`;

export const SECRETS = {
  "signature key": planted("signaturekey"),
  token: planted("realtimetoken"),
  "customer id key": "Zq7customeridkey0123456789abcdef",
  "certificate passphrase": planted("certificate"),
  "proxy password": planted("proxypassword"),
  "proxy password of the system": planted("systemproxy"),
  "passphrase of the vault": planted("passphrase"),
  "token in a variable": planted("variabletoken"),
  "token in a file": planted("filetoken"),
  "token that was typed": planted("askedtoken"),
};
/** Somebody named the tenant after its token. Where the tenant is kept and shown it stays; the evidence does not have it. */
export const NAMED = { "token in a name": planted("nametoken") };

/** `server` and, as a proxy, `refusing` give back what they were sent. */
export type Planting = {
  readonly console: PlantedConsole;
  readonly server: Pick<TestServer, "url">;
  readonly refusing: Pick<TestServer, "url">;
};

type Changes = Partial<Pick<Connection, "endpoint" | "proxy" | "allowedHosts" | "clientCertificate">>;

async function addTenant(
  { console, server }: Planting,
  name: string,
  changes: Changes,
  realtimeToken = SECRETS.token,
): Promise<string> {
  const connection = { endpoint: server.url, ...changes };
  const { id } = await console.call("tenants.create", {
    name,
    kind: "test",
    tenantNumber: 3013,
    catalogId: "demo",
    connections: [
      { api: "optievent", signed: true, ...connection },
      { api: "realtime", ...connection },
    ],
  });
  const values = {
    optievent: SECRETS["signature key"],
    realtime: realtimeToken,
    "customer-id-key": SECRETS["customer id key"],
    "client-certificate-passphrase": SECRETS["certificate passphrase"],
    "proxy-password": SECRETS["proxy password"],
  } as const;
  for (const [slot, value] of Object.entries(values)) {
    await console.call("secrets.set", { tenantId: id, slot: slot as keyof typeof values, value });
  }
  return id;
}

const proxied = (url: string): Changes => ({
  proxy: { kind: "address", url: new URL(url).origin, userName: "user" },
  allowedHosts: ["127.0.0.1", "events.example"],
});

/** One tenant for each way in which a secret gets out. */
export async function addTenants(planting: Planting) {
  const { console, server, refusing } = planting;
  const certificate = { kind: "pem", certificateFile: "/nowhere/c.pem", keyFile: "/nowhere/k.pem" } as const;
  const named = await addTenant(planting, "Shop", {}, NAMED["token in a name"]);
  const tenant = (await console.call("tenants.list", {})).find(({ id }) => id === named);
  if (tenant === undefined) throw new Error("The tenant is gone.");
  const { secrets: _secrets, ...rest } = tenant as typeof tenant & { secrets?: unknown };
  await console.call("tenants.update", { ...rest, name: `Shop ${NAMED["token in a name"]}` });
  return {
    retail: await addTenant(planting, "Retail", {}),
    named,
    proxied: await addTenant(planting, "Proxied", proxied(server.url)),
    tunnelled: await addTenant(planting, "Tunnelled", {
      ...proxied(refusing.url),
      endpoint: "https://events.example/reportEvent",
    }),
    system: await addTenant(planting, "System", {
      endpoint: "https://events.example/reportEvent",
      proxy: { kind: "system" },
    }),
    certified: await addTenant(planting, "Certified", { clientCertificate: certificate }),
    refused: await addTenant(planting, "Refused", {
      endpoint: `http://127.0.0.1:${await findClosedPort()}/`,
    }),
  };
}
export type Tenants = Awaited<ReturnType<typeof addTenants>>;

export const REFERENCE = "{{secret:token}}";
export const body = (act: string, token: string) => ({
  optievent: JSON.stringify({
    tenant: 3013,
    event: "login",
    customer: `act:${act}`,
    context: { again: token },
  }),
  realtime: JSON.stringify({ tid: REFERENCE, cid: `act:${act}`, eid: 1106, context: { again: token } }),
});

async function send({ console }: Planting, tenantId: string, api: "optievent" | "realtime", text: string) {
  const input = { sendId: "s", tenantId, api, text, eventKey: "login", draftId: null };
  return console.call("exchange.send", input);
}

/** Says of each act how it was recorded, so that there was something to hide. */
export async function sendAll(planting: Planting, tenants: Tenants): Promise<void> {
  for (const act of Object.keys(ACTS)) {
    for (const api of ["optievent", "realtime"] as const) {
      const { response, remarks } = await send(planting, tenants.retail, api, body(act, REFERENCE)[api]);
      const isWithheld = remarks.some((remark) => remark.includes("not recorded"));
      const references = JSON.stringify(response).split(REFERENCE).length - 1;
      const inBody =
        response?.bodyEncoding === "base64" ? atob(response.body).split(REFERENCE).length - 1 : references;
      expect(isWithheld || inBody > 15, `${act} of ${api} has ${inBody} references`).toBe(true);
    }
  }
  // Typed in clear, into a body and into the address of somebody else's parameter.
  await send(planting, tenants.retail, "optievent", body("rejected", SECRETS["signature key"]).optievent);
  await send(planting, tenants.named, "realtime", body("accepted", REFERENCE).realtime);
  for (const tenantId of Object.values(tenants))
    await send(planting, tenantId, "realtime", body("rejected", REFERENCE).realtime);
}

export async function useEverythingElse({ console }: Planting, tenants: Tenants): Promise<void> {
  const { retail } = tenants;
  const text = body("accepted", REFERENCE).optievent;
  const draft = { tenantId: retail, api: "optievent", eventKey: "login", text } as const;
  await console.call("drafts.save", draft);
  const expected = { outcome: "accepted", rule: null } as const;
  const preset = { ...draft, id: "p", name: "Login", group: null, variables: [], negative: false, expected };
  await console.call("presets.save", { presets: [preset] });
  await console.call("presets.run", { ids: ["p"], perSecond: null });
  await console.call("customerId.encrypt", { tenantId: retail, customerId: "c" });
  await console.call("signature.compute", { tenantId: retail, text });
  for (const tenantId of Object.values(tenants)) {
    for (const api of ["optievent", "realtime"] as const)
      await console.call("connections.test", { tenantId, api });
  }
  const { rows } = await console.call("history.page", { limit: 500 });
  const ids = rows.map(({ id }) => id);
  const token = SECRETS.token;
  await console.call("history.annotate", {
    ids,
    note: `It was ${token}.`,
    addTags: [token.slice(0, 60)],
    pinned: true,
  });
  const all = { selection: { kind: "ids", ids }, taskId: "t" } as const;
  await console.call("history.annotateAll", { ...all, addTags: [`x${token}`.slice(0, 60)] });
  for (const id of ids) {
    await console.call("history.get", { id });
    await console.call("history.annotation", { id });
  }
}

/** The long answers have been recorded and read; why something was removed is kept in the chain. */
export async function removeLong({ console }: Planting): Promise<void> {
  const query = { text: '"act:long"', timeZone: "UTC" };
  const { count } = await console.call("history.count", { query });
  const selection = { kind: "query", query, upTo: null } as const;
  const reason = `The token was ${SECRETS.token}.`;
  await console.call("history.remove", { selection, count, reason, withPinned: true });
}

/** What others recorded in clear. */
export async function importFiles({ console }: Planting): Promise<void> {
  const secret = SECRETS.token;
  const entry = {
    startedDateTime: "2026-11-23T09:15:00.000Z",
    time: 5,
    request: {
      method: "POST",
      url: `https://events.example/?again=${encodeURIComponent(secret)}`,
      headers: [{ name: "X-Note", value: secret }],
      postData: { mimeType: "application/json", text: JSON.stringify({ tid: secret, cid: "c", eid: 1106 }) },
    },
    response: {
      status: 200,
      statusText: "OK",
      httpVersion: "HTTP/1.1",
      headers: [{ name: "X-Note", value: Buffer.from(secret).toString("base64") }],
      content: { text: JSON.stringify({ echo: [Buffer.from(secret).toString("hex"), secret] }) },
    },
    timings: {},
  };
  const har = JSON.stringify({
    log: { version: "1.2", creator: { name: "x", version: "1" }, entries: [entry] },
  });
  const [exported = ""] = [...filesBelow(console.saved)]
    .filter(([path]) => path.endsWith(".ndjson"))
    .map(([, content]) => content.toString("utf8"));
  // Somebody whose tenant, tags and note were called so.
  const [line = ""] = exported.split("\n");
  const theirs = JSON.parse(line) as { tenant: object; catalog: object };
  const name = `Of ${secret}`;
  const altered = {
    ...theirs,
    tenant: { ...theirs.tenant, id: name, name },
    catalog: { id: name, name, version: 1 },
    note: name,
  };
  const ndjson = `${JSON.stringify(altered)}\n`;
  for (const [fileName, text] of [
    ["log.har", har],
    ["export.ndjson", ndjson],
  ] as const) {
    const bytes = Buffer.from(text);
    const { importId } = await console.call("import.begin", { fileName, byteLength: bytes.length });
    await console.call("import.append", { importId, base64: bytes.toString("base64") });
    await console.call("import.preview", { importId });
    expect(await console.call("import.commit", { importId })).toMatchObject({ imported: 1 });
  }
}
