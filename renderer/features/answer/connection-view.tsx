import type { ReactNode } from "react";
import { describeTls, type TlsCircumstances } from "../../../shared/answers/connection-words.ts";
import type { Exchange, TlsFacts } from "../../../shared/domain/exchange.ts";
import { FactList } from "../../ui/fact-list.tsx";
import styles from "./connection-view.module.css";

/** Over which connection it went: to which address, whether opened for it, TLS and the chain of certificates in words. */
export function ConnectionView({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const { remoteAddress, reusedConnection, tls } = exchange;
  if (remoteAddress === null && tls === null) return null;
  return (
    <details className={styles.details}>
      <summary>Connection</summary>
      <FactList
        facts={[
          { name: "Address", value: remoteAddress === null ? null : <code>{remoteAddress}</code> },
          {
            name: "Opened",
            value: reusedConnection ? "for an earlier request, and used again" : "for this request",
          },
          {
            name: "Encryption",
            value: tls === null ? "None: plain HTTP" : describeTls(tls, exchange).summary,
          },
        ]}
      />
      {tls === null ? null : <Chain circumstances={exchange} tls={tls} />}
    </details>
  );
}

function Chain(props: { readonly tls: TlsFacts; readonly circumstances: TlsCircumstances }): ReactNode {
  const { chain } = describeTls(props.tls, props.circumstances);
  if (chain.length === 0) return null;
  return (
    <ol aria-label="Chain of certificates" className={styles.chain}>
      {chain.map(({ name, issuer, validity, fingerprint256 }) => (
        <li key={fingerprint256} title={`SHA-256 ${fingerprint256}`}>
          <strong>{name}</strong>, {validity}, issued by {issuer}
        </li>
      ))}
    </ol>
  );
}
