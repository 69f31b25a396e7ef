// The credentials of the demo tenant, which only the console's own gateway knows. They open nothing: they stand in
// this source so that anyone can call the gateway with curl. Everywhere else they are treated as the secrets they stand
// for, so that what the demo shows of redaction is what real tenants get.

/** The Realtime `tid` that the local gateway accepts. Real ones have this shape: 64 hex characters. */
export const SANDBOX_REALTIME_TOKEN = "5a4db0c5e11ed0c0de5a4db0c5e11ed0c0de5a4db0c5e11ed0c0de5a4db0c5e1";

/** The key of the signature of OptiEvent, should the demo connection be switched to signed: 32 hex characters. */
export const SANDBOX_SIGNATURE_KEY = "0de5a4db0c5e11ed5a4db0c5e11ed0c0";
