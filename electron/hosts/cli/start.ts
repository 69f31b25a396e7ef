import { keepCompiledCode } from "../../core/compiled-code.ts";

// What Node is started with. The program itself is imported here and not above, so that its code is compiled once only.

keepCompiledCode(import.meta.dirname);
await import("./main.ts");
