import { readFileSync } from "node:fs";
import type vm from "node:vm";
import { synthetic } from "./moduleKinds.js";

/** The part that is used of the platform's interface, whose types stand among those of the DOM. */
interface Platform {
  WebAssembly: {
    compile(bytes: Uint8Array): Promise<object>;
    instantiate(module: object, imports: object): Promise<{ exports: object }>;
    Module: { imports(module: object): { module: string }[] };
  };
}

/** A file of WebAssembly: its exports, once it has what it imports, as Node's own modules of it are. */
export async function wasmModule(
  path: string,
  load: (specifier: string) => Promise<object>,
): Promise<vm.Module> {
  const { WebAssembly } = globalThis as unknown as Platform;
  const compiled = await WebAssembly.compile(readFileSync(path));
  const imports: Record<string, object> = {};
  for (const { module } of WebAssembly.Module.imports(compiled)) {
    imports[module] ??= await load(module);
  }
  const { exports } = await WebAssembly.instantiate(compiled, imports);
  return synthetic(path, { ...exports });
}
