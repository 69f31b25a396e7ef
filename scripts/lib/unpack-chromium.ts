import { join } from "node:path";
import { inflate } from "@sparticuz/chromium";

// Run as a program of its own, because the package unpacks into the system's temporary folder and this way that can be a
// folder of ours (TMPDIR). Prints nothing; fails with an exit code.
const bin = process.argv[2];
if (bin === undefined) throw new Error("Usage: unpack-chromium.ts <folder of the packed files>");
for (const name of ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"]) {
  await inflate(join(bin, name));
}
