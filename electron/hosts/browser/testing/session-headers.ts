/** What a window sends with each of its calls. */
export type SessionHeaders = { readonly cookie: string; readonly "optievent-key": string };

/** What a browser and its window make of the answer to a start link. */
export function sessionOf(answer: Response): SessionHeaders {
  return {
    cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "",
    "optievent-key": answer.headers.get("location")?.split("#key=")[1] ?? "",
  };
}
