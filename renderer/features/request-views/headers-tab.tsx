import type { ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { utf8Length } from "../../../shared/compose/utf8.ts";
import { wireHeaders } from "../../../shared/compose/wire-headers.ts";
import type { Header } from "../../../shared/domain/exchange.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import styles from "./request-views.module.css";

/** The headers of the request, secrets as references, and those that the transport adds around them. */
export function HeadersTab({ composed }: { readonly composed: ComposedRequest }): ReactNode {
  const { method, url, headers, text } = composed;
  const added = addedHeaders(composed);
  const isReferring = [text, ...headers.map(([, value]) => value)].some((one) => one.includes("{{secret:"));
  return (
    <PaneScroll isPadded label="Request headers">
      <div className={styles.lineWithCopy}>
        <p className={styles.line}>
          {method} {url}
        </p>
        <CopyButton
          text={() => [...headers, ...added].map(([name, value]) => `${name}: ${value}\n`).join("")}
        />
      </div>
      <HeaderTable headers={headers} label="Request headers" />
      <h3 className={styles.heading}>Added when it is sent</h3>
      <HeaderTable headers={added} label="Headers added when it is sent" />
      {isReferring ? (
        <p className={styles.note}>
          What stands between double braces is filled in at the last moment and never shown or recorded.
        </p>
      ) : null}
    </PaneScroll>
  );
}

function addedHeaders({ url, headers, text }: ComposedRequest): Header[] {
  const host = URL.canParse(url) ? new URL(url).host : "";
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  return wireHeaders(host, headers, utf8Length(text))
    .filter(([name]) => !given.has(name.toLowerCase()))
    .map(([name, value]): Header => [name, name === "Content-Length" ? lengthText(text, value) : value]);
}

/** The length of a secret is itself something about it, so it is not told. */
function lengthText(text: string, length: string): string {
  return text.includes("{{secret:") ? "counted once the secret is filled in" : length;
}
