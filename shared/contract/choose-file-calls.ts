import { z } from "zod";

/** What a file is looked for as. It decides which endings the system's dialog shows first. */
export const filePurposeSchema = z.enum(["pem", "pkcs12"]);
export type FilePurpose = z.infer<typeof filePurposeSchema>;

/** A file on this computer, by the system's dialog, where the host has one: `app.info` says which host it is. */
export const chooseFileCalls = {
  /** `path` is null where the user chose none. The file is not read. Code: `app.no-file-dialog`. */
  "app.chooseFile": {
    input: z.object({ purpose: filePurposeSchema }),
    output: z.object({ path: z.string().nullable() }),
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type ChooseFileCallName = keyof typeof chooseFileCalls;
