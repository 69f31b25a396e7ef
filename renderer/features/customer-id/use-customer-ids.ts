import { useState } from "react";
import { useHost } from "../../host/host-context.tsx";

type TypedId = { readonly value: string; readonly problem: string | null };

export type CustomerIds = {
  readonly plain: TypedId;
  readonly encrypted: TypedId;
  /** What is remarkable about the encrypted one; null for nothing. */
  readonly note: string | null;
  readonly setPlain: (value: string) => void;
  readonly setEncrypted: (value: string) => void;
  readonly encrypt: () => Promise<void>;
  readonly decrypt: () => Promise<void>;
};

const KEY_FORMS = { text: "text", hexadecimal: "hexadecimal digits", base64: "base64" } as const;

/** A customer id plain and encrypted; each is made of the other in core, where the key is. */
export function useCustomerIds(tenantId: string, initial: string): CustomerIds {
  const host = useHost();
  const [plain, setPlain] = useState<TypedId>({ value: initial, problem: null });
  const [encrypted, setEncrypted] = useState<TypedId>({ value: "", problem: null });
  const [note, setNote] = useState<string | null>(null);
  return {
    plain,
    encrypted,
    note,
    setPlain: (value) => setPlain({ value, problem: null }),
    setEncrypted(value) {
      setNote(null);
      setEncrypted({ value, problem: null });
    },
    async encrypt() {
      const result = await host.call("customerId.encrypt", { tenantId, customerId: plain.value });
      setPlain({ ...plain, problem: result.ok ? null : result.error.message });
      if (!result.ok) return;
      setNote(`Encrypted with the key read as ${KEY_FORMS[result.value.keyForm]}.`);
      setEncrypted({ value: result.value.encrypted, problem: null });
    },
    async decrypt() {
      const result = await host.call("customerId.decrypt", { tenantId, encrypted: encrypted.value });
      setEncrypted({ ...encrypted, problem: result.ok ? null : result.error.message });
      setNote(result.ok ? decryptedNote(result.value) : null);
      if (result.ok) setPlain({ value: result.value.customerId, problem: null });
    },
  };
}

function decryptedNote(decrypted: {
  readonly hasStaticIv: boolean;
  readonly keyForm: keyof typeof KEY_FORMS;
}): string {
  const key = `The authentication code is right, with the key read as ${KEY_FORMS[decrypted.keyForm]}.`;
  if (decrypted.hasStaticIv) return key;
  return `${key} The id has an IV of its own, so this customer has another encrypted id each time.`;
}
