import type { Header } from "../../../shared/domain/exchange.ts";
import { SECRET_REFERENCE } from "../../../shared/compose/placeholder-syntax.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { TOKEN_SECRET } from "../secrets/secrets.ts";
import { signBody } from "./signing.ts";

const SIGNATURE = "signature";

/** A request as it leaves, secrets in. Nothing but the transport may see it. */
export type WireRequest = { readonly headers: readonly Header[]; readonly body: Uint8Array };

/**
 * Puts the secrets into a request, in the last step before it leaves: the token where the body refers to it, then the
 * signature over the body so filled. `owner` names whose token it is, in words. Code: `secret.missing`.
 */
export function fillSecrets(
  request: { readonly headers: readonly Header[]; readonly body: Uint8Array },
  token: string | null,
  owner: string,
): Result<WireRequest> {
  const { inBody, inHeaders } = findReferences(request);
  const unknown =
    inBody.find((name) => name !== TOKEN_SECRET) ??
    inHeaders.find((name) => name !== TOKEN_SECRET && name !== SIGNATURE);
  if (unknown !== undefined) return noSuchSecret(unknown);
  if (inBody.length + inHeaders.length === 0) return success(request);
  if (token === null) return notSet(inBody.length > 0, owner);

  const body = fillBody(request.body, token);
  const headers = request.headers.map(([name, value]): Header => {
    const filled = value.replaceAll(SECRET_REFERENCE, (_, secret: string) =>
      secret === SIGNATURE ? signBody(token, body) : token,
    );
    return [name, filled];
  });
  return success({ headers, body });
}

/** Whether anything in a request stands for a secret, the signature included. */
export function refersToSecrets(request: Parameters<typeof fillSecrets>[0]): boolean {
  const { inBody, inHeaders } = findReferences(request);
  return inBody.length + inHeaders.length > 0;
}

function findReferences(request: Parameters<typeof fillSecrets>[0]) {
  const { buffer, byteOffset, byteLength } = request.body;
  const mayRefer = Buffer.from(buffer, byteOffset, byteLength).includes("{{secret:");
  return {
    inBody: mayRefer ? referencesIn(asLatin1(request.body)) : [],
    inHeaders: request.headers.flatMap(([, value]) => referencesIn(value)),
  };
}

function fillBody(body: Uint8Array, token: string): Uint8Array {
  const text = asLatin1(body);
  // References stand inside JSON strings; JSON.stringify escapes for exactly that place.
  const written = Buffer.from(JSON.stringify(token).slice(1, -1), "utf8").toString("latin1");
  const filled = text.replaceAll(SECRET_REFERENCE, () => written);
  return filled === text ? body : Buffer.from(filled, "latin1");
}

/** Every byte as one character, so that bytes which are no text pass through unchanged. */
function asLatin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
}

function referencesIn(text: string): string[] {
  if (!text.includes("{{secret:")) return [];
  return Array.from(text.matchAll(SECRET_REFERENCE), (match) => match[1] ?? "");
}

function noSuchSecret(name: string): Result<never> {
  return failure(
    "secret.missing",
    `The request refers to a secret called "${name}", and there is none. Nothing was sent. The tenant's token is {{secret:token}}.`,
    { name },
  );
}

function notSet(isInBody: boolean, owner: string): Result<never> {
  const need = isInBody ? "The request contains the token" : "The request is to be signed with the token";
  return failure(
    "secret.missing",
    `${need} of ${owner}, and none is set. Nothing was sent. Set the token, then send again.`,
    { name: TOKEN_SECRET },
  );
}
