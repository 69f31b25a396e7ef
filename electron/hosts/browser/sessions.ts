import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Start tokens that were printed and not used yet; more than that and the oldest goes. */
const MAX_OPEN_TOKENS = 16;

export type Sessions = {
  /** A new start token, good for one use. */
  issueToken(): string;
  /** Exchanges a start token for a session, or answers null if it is not one or was used already. */
  redeem(token: string): { readonly session: string; readonly key: string } | null;
  isOpen(session: string | null): boolean;
  /** Whether the key is the one that was given out with the session. */
  isKeyOf(session: string | null, key: string): boolean;
  /** A name for a session that does not open it. */
  nameOf(session: string | null): string;
};

/**
 * Who may use the console. Tokens and sessions are 256 random bits; only their hashes are kept, and looking up a hash
 * takes no time that would tell how much of a guess was right. All of them end with the process.
 */
export function createSessions(): Sessions {
  const tokens = new Set<string>();
  const secret = randomBytes(32);
  const keyOf = (session: string) => createHmac("sha256", secret).update(session).digest("base64url");
  const sessions = new Set<string>();
  return {
    issueToken() {
      const token = createSecret();
      tokens.add(hashOf(token));
      const [oldest] = tokens;
      if (tokens.size > MAX_OPEN_TOKENS && oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    redeem(token) {
      if (!tokens.delete(hashOf(token))) return null;
      const session = createSecret();
      sessions.add(hashOf(session));
      return { session, key: keyOf(session) };
    },
    isOpen: (session) => session !== null && sessions.has(hashOf(session)),
    isKeyOf: (session, key) => session !== null && isSame(key, keyOf(session)),
    nameOf: (session) => hashOf(session ?? ""),
  };
}

function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
