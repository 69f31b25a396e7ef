import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { MAXIMUM_VERIFIED_LENGTH, type SignatureVerdict } from "../../../shared/contract/tool-calls.ts";
import { useHost } from "../../host/host-context.tsx";
import { CallError } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { CheckIcon, CrossIcon, WarningIcon } from "../../ui/icons.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./signature-tab.module.css";
import { verificationInput, type VerificationInput } from "./verification.ts";

/** Whether a signature from elsewhere belongs to a body, and if not, what was signed instead. The key is used in core only. */
export function VerifySignature(props: {
  readonly tenantId: string;
  /** What is about to be sent, to be taken as an example. */
  readonly request: VerificationInput;
}): ReactNode {
  const { tenantId, request } = props;
  const input = useSyncExternalStore(verificationInput.subscribe, verificationInput.get);
  const verification = useVerification(tenantId);
  const change = (next: VerificationInput) => {
    verificationInput.set(next);
    verification.reset();
  };
  const result = useRef<HTMLOutputElement>(null);
  const { data, error } = verification;
  useEffect(() => {
    if (data !== undefined || error !== null) result.current?.scrollIntoView({ block: "nearest" });
  }, [data, error]);
  const isTooLong = input.body.length > MAXIMUM_VERIFIED_LENGTH;
  return (
    <section aria-label="Verify a signature" className={styles.section}>
      <div className={styles.head}>
        <PaneHeading>Verify a signature</PaneHeading>
        <Button onPress={() => change(request)} size="small" variant="quiet">
          Take this request
        </Button>
      </div>
      <TextField
        {...(isTooLong ? { errorText: "Bodies of up to 1 MB are looked into." } : {})}
        isMonospace
        isMultiline
        label="Body"
        onChange={(body) => change({ ...input, body })}
        placeholder="The body as it was received or sent"
        value={input.body}
      />
      <TextField
        isMonospace
        label="Signature"
        onChange={(signature) => change({ ...input, signature })}
        placeholder="The value of X-Optimove-Signature-Content"
        value={input.signature}
      />
      <div className={styles.verdict}>
        <Button
          isDisabled={isTooLong || input.signature.trim() === ""}
          isPending={verification.isPending}
          onPress={() => verification.mutate(input)}
        >
          Verify
        </Button>
        <output aria-label="Result of verifying" className={styles.result} ref={result}>
          {data === undefined ? null : <Verdict verdict={data} />}
          {error === null ? null : <p>{error.message}</p>}
        </output>
      </div>
    </section>
  );
}

function useVerification(tenantId: string) {
  const host = useHost();
  return useMutation<SignatureVerdict, CallError, VerificationInput>({
    mutationFn: async (input) => {
      const result = await host.call("signature.verify", { tenantId, ...input });
      if (!result.ok) throw new CallError(result.error);
      return result.value;
    },
  });
}

function Verdict({ verdict }: { readonly verdict: SignatureVerdict }): ReactNode {
  const { matches, sentence, deviations } = verdict;
  if (matches) {
    return (
      <p className={styles.matches}>
        <CheckIcon /> <span>Matches. {sentence}</span>
      </p>
    );
  }
  return (
    <>
      <p className={deviations === null ? styles.unknown : styles.explained}>
        {deviations === null ? <CrossIcon /> : <WarningIcon />} <span>Does not match. {sentence}</span>
      </p>
      {deviations === null && !verdict.isComplete ? (
        <p className={styles.note}>The body is so large that not every way of writing it was tried.</p>
      ) : null}
      <p className={styles.note}>
        The signature of this body ({verdict.byteLength} bytes) is <code>{verdict.expected}</code>.
      </p>
    </>
  );
}
