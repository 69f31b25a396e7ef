import { createObservable } from "../compose/observable.ts";

/** What is typed to be verified. It outlives the tab that shows it, for as long as the window is open. */
export type VerificationInput = { readonly body: string; readonly signature: string };

export const verificationInput = createObservable<VerificationInput>({ body: "", signature: "" });
