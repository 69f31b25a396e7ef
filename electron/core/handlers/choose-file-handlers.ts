import type { ChooseFileCallName } from "../../../shared/contract/choose-file-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { failure, success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

export function createChooseFileHandlers({ chooseFile }: Services): Pick<Handlers, ChooseFileCallName> {
  return {
    async "app.chooseFile"({ purpose }) {
      if (chooseFile === null) {
        return failure(
          "app.no-file-dialog",
          "A browser window cannot look for files by their path. Type the path.",
        );
      }
      return success({ path: await chooseFile(purpose) });
    },
  };
}
