import { createRequire } from "node:module";
import { dirname, join } from "node:path";

let folder: string | undefined;

/** The folder that holds the native compiler's program and its libraries; asked for when it is needed first. */
export function nativeFolder(): string {
  return (folder ??= find());
}

function find(): string {
  const typescript = createRequire(
    createRequire(import.meta.url).resolve("typescript/package.json"),
  );
  const native = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  return join(dirname(typescript.resolve(native)), "lib");
}

/** Path of the program. */
export function nativeProgram(): string {
  return join(nativeFolder(), process.platform === "win32" ? "tsc.exe" : "tsc");
}
