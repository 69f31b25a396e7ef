import { z } from "zod";
import type { ImportPreview, ImportProblem } from "../contract/tenant-calls.ts";
import { connectionSchema, tenantSchema, type Tenant } from "../domain/tenant.ts";
import { tenantValuesSchema, type TenantValues } from "../domain/tenant-values.ts";
import { parseJson } from "../json/parse.ts";
import { nodeAt, toPointer } from "../json/path.ts";
import { createLocator } from "../json/position.ts";
import { toValue } from "../json/value.ts";
import { tenantProblems } from "./problems.ts";
import { freeName } from "../text/free-name.ts";

export const TENANTS_FORMAT = "optievent-tenants/1";

/** A tenant on its way between workspaces: its id is each workspace's own. Secrets are no part of a tenant. */
export type PortableTenant = Omit<Tenant, "id">;

/** What goes beside a tenant in a file: what its drafts draw on. */
export type PortableValues = Pick<TenantValues, "variables" | "pinned">;
export type TenantInFile = { readonly tenant: PortableTenant; readonly values: PortableValues };

// Strict, so that a misspelt field is told and not dropped.
const fileSchema = z.strictObject({
  format: z.literal(TENANTS_FORMAT),
  tenants: z
    .array(
      z.strictObject({
        ...tenantSchema.omit({ id: true }).shape,
        connections: z.array(z.strictObject(connectionSchema.shape)),
        // Files of earlier consoles have none.
        variables: tenantValuesSchema.shape.variables.default([]),
        pinned: tenantValuesSchema.shape.pinned.default([]),
      }),
    )
    .min(1)
    .max(1000),
});

export type TenantsFileReading =
  | { readonly ok: true; readonly tenants: readonly TenantInFile[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** The file of these tenants, without their ids, with their variables and pinned values where they have any, pretty-printed. */
export function writeTenantsFile(
  tenants: readonly Tenant[],
  valuesOf: (tenantId: string) => PortableValues,
): string {
  const portable = tenants.map(({ id, ...tenant }) => {
    const { variables, pinned } = valuesOf(id);
    return Object.assign(tenant, variables.length > 0 && { variables }, pinned.length > 0 && { pinned });
  });
  return `${JSON.stringify({ format: TENANTS_FORMAT, tenants: portable }, null, 2)}\n`;
}

/** Reads such a file. Everything that is wrong with it is told with the line and the field where it is. */
export function readTenantsFile(text: string): TenantsFileReading {
  const parsed = parseJson(text);
  const locate = createLocator(text);
  if (!parsed.ok) {
    const { offset, length, message } = parsed.problem;
    return { ok: false, problems: [{ line: locate(offset, length).line, path: "", message }] };
  }
  const problemAt = (path: readonly (string | number)[], message: string): ImportProblem => {
    return { line: locate(nearestOffset(parsed.root, path), 0).line, path: toPointer(path), message };
  };
  const file = fileSchema.safeParse(toValue(parsed.root));
  if (!file.success) {
    return {
      ok: false,
      problems: file.error.issues.map((issue) => problemAt(pathOf(issue), wordsOf(issue))),
    };
  }
  const tenants = file.data.tenants.map(({ variables, pinned, ...tenant }) => {
    return { tenant, values: { variables, pinned } };
  });
  const problems = tenants.flatMap(({ tenant }, index) =>
    tenantProblems(tenant, []).map(({ path, message }) => problemAt(["tenants", index, ...path], message)),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tenants };
}

/** A field that is missing has no place of its own; what it is missing from has one. */
function nearestOffset(root: Parameters<typeof nodeAt>[0], path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(root, path.slice(0, length));
    if (node !== undefined) return node.start;
  }
  return root.start;
}

function pathOf(issue: z.core.$ZodIssue): (string | number)[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  return issue.code === "unrecognized_keys" ? [...path, issue.keys[0] ?? ""] : path;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "A tenant has no field of this name.";
  if (issue.path.length === 1 && issue.path[0] === "format") {
    return `The file must say "format": "${TENANTS_FORMAT}". It was made by something else, or by a newer version.`;
  }
  return `${issue.message}.`;
}

/** A tenant as it would be stored here, and in sentences what of it differs from the file. */
export type AdoptedTenant = TenantInFile & { readonly remarks: readonly string[] };

/**
 * Fits the tenants of a file into a workspace. A name that is taken gets a number. What the file says about production hosts
 * is not taken over: to say that such a host is harmless is for the user of this workspace.
 */
export function adoptTenants(
  tenants: readonly TenantInFile[],
  workspace: { readonly names: readonly string[]; readonly catalogIds: readonly string[] },
): AdoptedTenant[] {
  const taken = new Set(workspace.names);
  return tenants.map(({ tenant: original, values }) => {
    const remarks: string[] = [];
    const name = freeName(original.name.trim(), taken);
    taken.add(name);
    if (name !== original.name.trim()) remarks.push(`The name is taken, so it becomes "${name}".`);
    const hasCatalog = original.catalogId === null || workspace.catalogIds.includes(original.catalogId);
    if (!hasCatalog) remarks.push(`Its catalog "${original.catalogId}" is not in this workspace.`);
    if (original.productionHostsAcknowledged) {
      remarks.push("The vendor's hosts count as production here until you state otherwise.");
    }
    if (original.connections.some(({ verifyTls }) => !verifyTls)) {
      remarks.push("It does not check the certificates of its servers.");
    }
    remarks.push(...remarksOn(values));
    const catalogId = hasCatalog ? original.catalogId : null;
    return { tenant: { ...original, name, catalogId, productionHostsAcknowledged: false }, values, remarks };
  });
}

function remarksOn({ variables, pinned }: PortableValues): readonly string[] {
  const named = (names: readonly { readonly name: string }[]) => names.map(({ name }) => name).join(", ");
  return [
    ...(variables.length === 0 ? [] : [`It brings variables: ${named(variables)}.`]),
    ...(pinned.length === 0 ? [] : [`It brings pinned values: ${named(pinned)}.`]),
  ];
}

/** What the window shows before anything is imported. */
export function previewOf(adopted: readonly AdoptedTenant[]): ImportPreview {
  return {
    problems: [],
    tenants: adopted.map(({ tenant: { name, kind, connections }, remarks }) => {
      return { name, kind, endpoints: connections.map(({ endpoint }) => endpoint), remarks: [...remarks] };
    }),
  };
}
