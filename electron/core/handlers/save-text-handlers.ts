import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { SaveTextCallName } from "../../../shared/contract/save-text-calls.ts";
import { failure, success } from "../../../shared/result/result.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { Services } from "./services.ts";

export function createSaveTextHandlers({
  saveFile,
  secrets,
}: Pick<Services, "saveFile" | "secrets">): Pick<Handlers, SaveTextCallName> {
  return {
    async "app.saveText"({ suggestedName, mimeType, text }) {
      try {
        return success(await saveFile(suggestedName, mimeType, [secrets.redact(text)]));
      } catch (error) {
        return failure(
          "export.not-written",
          `The file could not be written, because ${describeSystemError(error)}. Choose another place and try again.`,
        );
      }
    },
  };
}
