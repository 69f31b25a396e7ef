/** What follows something that is done in steps, and can end it between two of them. `done` counts exchanges. */
export type StepControl = { readonly onStep: (done: number) => void; readonly signal: AbortSignal };
