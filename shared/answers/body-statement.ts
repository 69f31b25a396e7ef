/** What an answer's body says, before the HTTP status is looked at. `remarks` are sentences about oddities. */
export type BodyStatement =
  | { readonly says: "success"; readonly reference: string | null; readonly remarks: readonly string[] }
  | { readonly says: "error"; readonly reason: string | null; readonly remarks: readonly string[] }
  /** `what` continues the sentence "its body ...". */
  | { readonly says: "nothing"; readonly what: string; readonly remarks: readonly string[] };

export function saysNothing(what: string, remarks: readonly string[] = []): BodyStatement {
  return { says: "nothing", what, remarks };
}
