import { extname } from "node:path";

const code = /^\.(?:[cm]?[jt]sx?|json|wasm|node)$/;

/** Whether a file holds types alone. */
export function isDeclaration(path: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}

/** Whether a file, by its name, is of a kind that nothing here loads: text, a style sheet, a picture. */
export function isOfOtherKind(path: string): boolean {
  const extension = extname(path);
  return extension !== "" && !code.test(extension);
}

/** What is said of an import of such a file, of which a bundler alone makes a module. */
export function saidOfOtherKind(specifier: string): string {
  const way = `readFileSync(new URL(${JSON.stringify(specifier)}, import.meta.url), "utf8")`;
  return `Cannot load '${specifier}': no module can be made of a file of its kind; read it by \`${way}\`.`;
}
