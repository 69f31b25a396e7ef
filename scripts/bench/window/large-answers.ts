/** An answer of twenty megabytes, and under which path the answering server gives it. */
export type LargeAnswer = {
  readonly name: string;
  readonly path: string;
  readonly contentType: string;
  makeBody(): string;
};

const MEGABYTES = 20;

export const LARGE_ANSWERS: readonly LargeAnswer[] = [
  {
    name: "JSON",
    path: "/large/json",
    contentType: "application/json",
    makeBody() {
      const item = '{"id":12345678901234567890,"text":"Grüße aus Zürich","ok":true}';
      return `[${Array.from({ length: Math.ceil((MEGABYTES * 1e6) / (item.length + 4)) }, () => item).join(",")}]`;
    },
  },
  {
    name: "text of one line",
    path: "/large/line",
    contentType: "text/plain",
    makeBody: () => "all in one line, without a break; ".repeat(Math.ceil((MEGABYTES * 1e6) / 34)),
  },
];
