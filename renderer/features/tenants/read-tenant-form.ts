import type { Connection, Tenant } from "../../../shared/domain/tenant.ts";
import { tenantProblems, type TenantProblem } from "../../../shared/tenants/problems.ts";
import type { PortableTenant } from "../../../shared/tenants/tenants-file.ts";
import { assertNever } from "../../../shared/result/result.ts";
import type { ConnectionForm, TenantForm } from "./tenant-form.ts";

/** What is wrong, by field: `name`, `optievent.endpoint`, `realtime.proxyUrl`. */
export type FormProblems = ReadonlyMap<string, string>;

export type FormReading = { readonly tenant: PortableTenant; readonly problems: FormProblems };

/** The tenant that a form describes, and what is wrong with it, at the fields where it is. `others`: names in use. */
export function readTenantForm(form: TenantForm, others: readonly string[]): FormReading {
  const problems = new Map<string, string>();
  const used = [form.connections.optievent, form.connections.realtime].filter(({ isUsed }) => isUsed);
  const number = (field: string, text: string, rule: NumberRule) => {
    const value = readNumber(text, rule);
    if (value !== null) return value;
    problems.set(field, rule.message);
    return rule.fallback;
  };
  const tenant: PortableTenant = {
    name: form.name,
    kind: form.kind,
    colour: form.colour,
    tenantNumber: form.tenantNumber.trim() === "" ? null : number("tenantNumber", form.tenantNumber, WHOLE),
    catalogId: form.catalogId,
    productionHostsAcknowledged: form.productionHostsAcknowledged,
    connections: used.map((connection) =>
      readConnection(connection, (field, text) => number(`${connection.api}.${field}`, text, SECONDS)),
    ),
    ruleProfile: {
      bothIdentities: form.bothIdentities,
      nameStyle: form.nameStyle,
      textWarningLength: number("textWarningLength", form.textWarningLength, COUNT),
      textErrorLength: number("textErrorLength", form.textErrorLength, COUNT),
      maxParameters: number("maxParameters", form.maxParameters, COUNT),
      maxAgeDays: number("maxAgeDays", form.maxAgeDays, DAYS),
    },
  };
  for (const connection of used) addMissingFiles(problems, connection);
  for (const problem of tenantProblems(tenant, others)) {
    const field = fieldOf(problem, tenant.connections);
    if (!problems.has(field)) problems.set(field, problem.message);
  }
  return { tenant, problems };
}

/** The form's field that a problem of the stored tenant is shown at. */
function fieldOf({ path }: TenantProblem, connections: Tenant["connections"]): string {
  const [first, index, name, part] = path;
  if (first !== "connections" || typeof index !== "number") return String(first ?? "");
  const api = connections[index]?.api ?? "optievent";
  return `${api}.${name === "proxy" && part === "url" ? "proxyUrl" : String(name)}`;
}

function readConnection(form: ConnectionForm, seconds: (field: string, text: string) => number): Connection {
  const hosts = form.allowedHosts.split(/[\s,]+/).filter((host) => host !== "");
  return {
    api: form.api,
    endpoint: form.endpoint.trim(),
    signed: form.signed,
    eidType: form.eidType,
    timeouts: {
      connect: seconds("connectSeconds", form.connectSeconds),
      answer: seconds("answerSeconds", form.answerSeconds),
      total: seconds("totalSeconds", form.totalSeconds),
    },
    allowedHosts: hosts.length === 0 ? null : hosts,
    proxy: readProxy(form),
    caFile: form.caFile.trim() === "" ? null : form.caFile.trim(),
    clientCertificate: readCertificate(form),
    verifyTls: form.verifyTls,
  };
}

function readProxy({ proxyKind, proxyUrl, proxyUserName }: ConnectionForm): Connection["proxy"] {
  switch (proxyKind) {
    case "none":
    case "system":
      return { kind: proxyKind };
    case "address":
      return { kind: proxyKind, url: proxyUrl.trim(), userName: proxyUserName === "" ? null : proxyUserName };
    default:
      return assertNever(proxyKind);
  }
}

function readCertificate(form: ConnectionForm): Connection["clientCertificate"] {
  switch (form.certificateKind) {
    case "none":
      return null;
    case "pem":
      return { kind: "pem", certificateFile: form.certificateFile.trim(), keyFile: form.keyFile.trim() };
    case "pfx":
      return { kind: "pfx", file: form.pfxFile.trim() };
    default:
      return assertNever(form.certificateKind);
  }
}

function addMissingFiles(problems: Map<string, string>, form: ConnectionForm): void {
  const wanted = { none: [], pem: ["certificateFile", "keyFile"], pfx: ["pfxFile"] } as const;
  for (const field of wanted[form.certificateKind]) {
    if (form[field].trim() === "") problems.set(`${form.api}.${field}`, "Enter the path of the file.");
  }
}

type NumberRule = {
  readonly pattern: RegExp;
  readonly scale: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly message: string;
  /** In place of what is wrong; the form is not saved then. */
  readonly fallback: number;
};

const WHOLE: NumberRule = {
  pattern: /^-?\d{1,15}$/,
  scale: 1,
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  message: "The tenant number is a whole number.",
  fallback: 0,
};
const COUNT: NumberRule = {
  ...WHOLE,
  minimum: 1,
  maximum: 1_000_000,
  message: "Enter a whole number from 1 to 1,000,000.",
  fallback: 1,
};
const DAYS: NumberRule = {
  pattern: /^\d{1,5}(\.\d{1,3})?$/,
  scale: 1,
  minimum: 0.001,
  maximum: 36_500,
  message: "Enter a number of days above 0.",
  fallback: 1,
};
const SECONDS: NumberRule = {
  pattern: /^\d{1,5}(\.\d{1,3})?$/,
  scale: 1000,
  minimum: 1,
  maximum: 3_600_000,
  message: "Enter seconds above 0 and up to 3600.",
  fallback: 1,
};

function readNumber(text: string, { pattern, scale, minimum, maximum }: NumberRule): number | null {
  if (!pattern.test(text.trim())) return null;
  const value = Math.round(Number(text) * scale * 1000) / 1000;
  return value >= minimum && value <= maximum ? value : null;
}
