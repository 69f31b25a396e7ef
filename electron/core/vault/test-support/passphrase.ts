export const PASSPHRASE = "correct horse battery";

/** A cost at which a test does not wait; real vaults are 128 times as dear. */
export const CHEAP = 1024;
