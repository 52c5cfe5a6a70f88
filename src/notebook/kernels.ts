import type { Notebook } from "./types.js";

/** Kernels whose cells are run here: TypeScript, in the way of JupyterLab's TypeScript kernels. */
const own = /^(?:rederive(?:-[\w-]+)?|tslab|deno)$/;

/**
 * The kernel or the language of a notebook whose cells are not run here; undefined for one of ours, and for one that
 * names neither.
 */
export function foreignKernel({ metadata }: Notebook): string | undefined {
  const { name, language } = (metadata.kernelspec ?? {}) as { name?: unknown; language?: unknown };
  if (typeof name === "string") return own.test(name) ? undefined : name;
  const info = (metadata.language_info ?? {}) as { name?: unknown };
  const stated = language ?? info.name ?? "typescript";
  return String(stated).toLowerCase() === "typescript" ? undefined : String(stated);
}
