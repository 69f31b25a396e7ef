import { z } from "zod";

const tenantId = z.string().min(1).max(200);

/** UTF-16 units of a body whose signature is looked into. Many writings of it are tried. */
export const MAXIMUM_VERIFIED_LENGTH = 1024 * 1024;

/** A signature over a text as it would be sent. `byteLength` counts what was signed, secrets filled in. */
export const computedSignatureSchema = z.object({ signature: z.string(), byteLength: z.number().int() });

/** What is to be said of a body and a signature. */
export const signatureVerdictSchema = z.object({
  /** As the vendor documents it, in every respect. */
  matches: z.boolean(),
  /** In words: that it matches, with which deviation it would, or that nothing fits. */
  sentence: z.string(),
  /** Stable names, such as `slashes.escaped`; null where nothing that was tried fits. */
  deviations: z.array(z.string()).nullable(),
  /** The documented signature of the body as it is. */
  expected: z.string(),
  byteLength: z.number().int().nonnegative(),
  tried: z.number().int().nonnegative(),
  /** False where the body is so large that not everything was tried. */
  isComplete: z.boolean(),
});
export type SignatureVerdict = z.infer<typeof signatureVerdictSchema>;

const keyForm = z.enum(["text", "hexadecimal", "base64"]);
/** More than any customer id has, so that one that is too long gets a sentence about it. */
const typedId = z.string().max(10_000);

/** The tools beside sending: signatures and customer ids. Keys are used in core and leave it by none of these calls. */
export const toolCalls = {
  /** The OptiEvent signature of a text. Codes: `tenant.not-found`, `secret.missing`, and the vault's. */
  "signature.compute": {
    input: z.object({ tenantId, text: z.string().max(16 * 1024 * 1024) }),
    output: computedSignatureSchema,
  },
  /** Codes: those of `signature.compute`, `signature.empty`, `signature.unreadable`, `signature.length`. */
  "signature.verify": {
    input: z.object({
      tenantId,
      body: z.string().max(MAXIMUM_VERIFIED_LENGTH),
      signature: z.string().max(2000),
    }),
    output: signatureVerdictSchema,
  },
  /** Codes: `customer-id.no-key`, the vault's, and those of `encryptCustomerId`. */
  "customerId.encrypt": {
    input: z.object({ tenantId, customerId: typedId }),
    output: z.object({ encrypted: z.string(), keyForm }),
  },
  /** Codes: `customer-id.no-key`, the vault's, and those of `decryptCustomerId`. */
  "customerId.decrypt": {
    input: z.object({ tenantId, encrypted: typedId }),
    output: z.object({ customerId: z.string(), keyForm, hasStaticIv: z.boolean() }),
  },
  /** The id that the vendor's SDKs give a visitor once that customer has logged in. */
  "customerId.visitorId": {
    input: z.object({ customerId: typedId }),
    output: z.object({ visitorId: z.string() }),
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ToolCallName = keyof typeof toolCalls;
