import { useMemo, useState, type ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Header } from "../../../shared/domain/exchange.ts";
import type { Connection } from "../../../shared/domain/tenant.ts";
import { visibleText } from "../../../shared/signature/visible-text.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { PaneHeading, PaneScroll } from "../../ui/pane.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import styles from "./signature-tab.module.css";
import { useSignature } from "./use-signature.ts";
import { VerifySignature } from "./verify-signature.tsx";

export type SignatureTabProps = {
  readonly tenant: TenantView;
  readonly connection: Connection;
  readonly composed: ComposedRequest;
};

/** How the request is signed, or would be: algorithm, key, message and result, and whether another signature belongs to a body. */
export function SignatureTab({ tenant, connection, composed }: SignatureTabProps): ReactNode {
  const computed = useSignature(tenant.id, composed.text);
  return (
    <PaneScroll isPadded label="Signature">
      <p className={styles.note}>{whatIsSigned(connection, composed)}</p>
      <FactList
        facts={[
          { name: "Algorithm", value: "HMAC-SHA256, as lower-case hexadecimal" },
          { name: "Key", value: <SigningKey tenant={tenant} /> },
          { name: "Message", value: messageText(computed.data?.byteLength ?? null) },
        ]}
      />
      <div className={styles.headers}>
        <HeaderTable headers={headersOf(computed.data?.signature ?? null)} label="Signature headers" />
      </div>
      <p aria-live="polite" className={styles.problem}>
        {computed.error?.message}
      </p>
      <Message text={composed.text} />
      <VerifySignature
        request={{ body: composed.text, signature: computed.data?.signature ?? "" }}
        tenantId={tenant.id}
      />
    </PaneScroll>
  );
}

/** The headers' names, and the result where there is one. */
function headersOf(signature: string | null): readonly Header[] {
  return [
    ["X-Optimove-Signature-Version", "1"],
    ["X-Optimove-Signature-Content", signature ?? ""],
  ];
}

function whatIsSigned({ signed }: Connection, { placeholders }: ComposedRequest): string {
  const what = signed
    ? "This connection signs: both headers below go with the request."
    : "This connection does not sign, so neither header is sent. With signing on, which is a setting of the tenant, they would be these.";
  if (placeholders.length === 0) return what;
  return `${what} Placeholders get their values when the event is sent, and the text with those values is what is signed.`;
}

/** The token by its reference and hint; the token itself never comes here. */
function SigningKey({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const secret = tenant.secrets.find(({ slot }) => slot === "optievent");
  if (secret?.isSet !== true) return "The OptiEvent token, which is not set";
  return (
    <>
      <code>{"{{secret:token}}"}</code>
      {secret.hint === null ? " (as text)" : ` (as text; it ends in ${secret.hint})`}
    </>
  );
}

function messageText(byteLength: number | null): string {
  const size = byteLength === null ? "" : `: ${byteLength} ${byteLength === 1 ? "byte" : "bytes"}`;
  return `The body exactly as it is sent, in UTF-8${size}`;
}

const WAYS_TO_SHOW = [
  { value: "text", label: "Text" },
  { value: "signs", label: "Non-visible characters" },
] as const;

function Message({ text }: { readonly text: string }): ReactNode {
  const [way, setWay] = useState<"text" | "signs">("text");
  const shown = useMemo(() => (way === "signs" ? visibleText(text) : text), [way, text]);
  return (
    <section aria-label="Message" className={styles.section}>
      <div className={styles.head}>
        <PaneHeading>Message</PaneHeading>
        <SegmentedControl label="Show the message as" onChange={setWay} options={WAYS_TO_SHOW} value={way} />
      </div>
      <div className={styles.message}>
        <CodeView label="Signed message" language={way === "signs" ? "text" : "json"} text={shown} />
      </div>
    </section>
  );
}
