import type { Notebook } from "./types.js";

/** Kernels whose cells are run here: TypeScript and JavaScript, in the way of JupyterLab's kernels of these. */
const own = /^(?:rederive(?:-[\w-]+)?|tslab|jslab|deno)$/;

/** What the cells of a notebook are written in. */
export type CellLanguage = "typescript" | "javascript";

/** By its kernel, what the cells of a notebook that is run here are written in. */
export function cellLanguage({ metadata }: Notebook): CellLanguage {
  const { name } = (metadata.kernelspec ?? {}) as { name?: unknown };
  return name === "rederive-js" || name === "jslab" ? "javascript" : "typescript";
}

/** Whether a kernel of this name is installed with this program. */
export const isRederiveKernel = (name: string): boolean => /^rederive(?:-[\w-]+)?$/.test(name);

/** The kernel that a notebook names, and the language of its cells, as far as it says. */
export function statedKernel({ metadata }: Notebook): { name?: string; language?: string } {
  const { name, language } = (metadata.kernelspec ?? {}) as { name?: unknown; language?: unknown };
  const info = (metadata.language_info ?? {}) as { name?: unknown };
  const textOf = (value: unknown) => (typeof value === "string" && value ? value : undefined);
  return { name: textOf(name), language: textOf(language) ?? textOf(info.name) };
}

/** The language of a notebook's cells, in small letters; of a foreign kernel without one the kernel's name. */
export function notebookLanguage(notebook: Notebook): string {
  if (foreignKernel(notebook) === undefined) return cellLanguage(notebook);
  const { name, language } = statedKernel(notebook);
  return (language ?? name ?? "").toLowerCase();
}

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
