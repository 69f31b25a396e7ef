import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { ImportCallName } from "../../../shared/contract/import-calls.ts";
import { success } from "../../../shared/result/result.ts";
import { refusalOf } from "../vault/vault-refusals.ts";
import type { Services } from "./services.ts";

type ImportHandlers = Pick<Handlers, ImportCallName>;

/** What comes in is looked through for the secrets of today, so these have to be known. */
export function createImportHandlers({ imports, vault }: Services): ImportHandlers {
  return {
    "import.begin": ({ fileName, byteLength }) => {
      const refusal = refusalOf(vault.state());
      return refusal === null ? imports.begin(fileName, byteLength) : { ok: false, error: refusal };
    },
    "import.append": ({ importId, base64 }) => imports.append(importId, base64),
    "import.preview": ({ importId }) => imports.preview(importId),
    "import.commit": ({ importId }) => {
      const refusal = refusalOf(vault.state());
      return refusal === null ? imports.commit(importId) : { ok: false, error: refusal };
    },
    "import.discard": async ({ importId }) => {
      await imports.discard(importId);
      return success({});
    },
  };
}
