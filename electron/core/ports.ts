import type { SavedFile, AppInfo } from "../../shared/contract/calls.ts";
import type { FilePurpose } from "../../shared/contract/choose-file-calls.ts";
import type { EventName, EventPayload } from "../../shared/contract/calls.ts";
import type { Catalog } from "../../shared/domain/catalog.ts";
import type { KeychainStatus } from "../../shared/domain/vault.ts";
import type { GatewayReceipt } from "./coverage/gateway-log.ts";

// What core needs of its host, as small types. Core knows no host; each host passes its own when it creates the console.

/** One JSON file of named values. Writes are atomic and durable when the call returns. */
export type KeyValueStore = {
  readonly path: string;
  entries(): Record<string, unknown>;
  /** Replaces the whole content in one step. The version before is kept, but for a change after which it must not be there. */
  replace(entries: Record<string, unknown>, options?: { readonly forgetsPrevious: boolean }): void;
};

/**
 * Opens `<workspace>/<name>.json`, 0600. Throws `SyntaxError` for a file that is not JSON and the system's error for one
 * that cannot be read: never an empty store in place of an unreadable one.
 */
export type OpenStore = (name: string) => KeyValueStore;

/** The content of a file, piece by piece; texts are written as UTF-8. */
export type FileChunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Takes an export to where the user wants it, whole or not at all. The chunks are consumed once, as the destination takes them,
 * and where it takes no more, `return` is called on their iterator. A download is taken after the answer.
 */
export type SaveFile = (suggestedName: string, mimeType: string, chunks: FileChunks) => Promise<SavedFile>;

/** Asks the user for a file on this computer; null where none was chosen. */
export type ChooseFile = (purpose: FilePurpose) => Promise<string | null>;
/**
 * Asks for a catalog file in the system's dialog: one that is there, or where to make one. null where it was cancelled. What
 * is chosen so is the user's choice, not the window's.
 */
export type ChooseCatalogFile = (mode: "existing" | "new") => Promise<string | null>;

export type Clock = { now(): Date };

/** Structured, redacted lines. `fields` never holds a payload or a secret. */
export type Logger = {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
};

/** Broadcasts of the contract. `on` returns the way to stop listening. */
export type EventBus = {
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  on(listener: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void): () => void;
};

/** A gateway that runs for this console, as the gateway layer starts it; core cannot import that layer. */
export type RunningGateway = { readonly url: string; close(): Promise<void> };

/** What the gateway of the demo tenant goes by. `catalog` is asked at each request, so that an edited one counts at once. */
export type StartGateway = (options: {
  readonly catalog: () => Catalog | null;
  readonly tenantNumber: number;
  readonly token: string;
  readonly signatureKey: string;
  /** The HTTP status of a refusal, asked for at each. */
  readonly refusalStatus: () => number;
  /** Told of each request before it is answered. */
  readonly onReceived: (receipt: GatewayReceipt) => void;
  /** Answered to whoever has the key. */
  readonly received: { readonly key: string; readonly list: () => unknown };
}) => Promise<RunningGateway>;

export type HostName = AppInfo["host"];

/** The system's store of secrets, as the host reaches it. Everything may ask the user, so everything takes its time. */
export type Keychain = {
  /** Whether it can be trusted to keep a secret, and its name; never rejects. */
  status(): Promise<KeychainStatus>;
  /** Rejects where the system refuses. */
  encrypt(text: string): Promise<Uint8Array>;
  /** `shouldEncryptAgain`: the system's own key has changed, or a better one is there. Rejects where it cannot. */
  decrypt(ciphertext: Uint8Array): Promise<{ readonly text: string; readonly shouldEncryptAgain: boolean }>;
};
