import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CellLanguage } from "../notebook/index.js";

const require = createRequire(import.meta.url);

/** What a notebook's metadata say of its cells' language: a kernel says it to its clients, and they store it. */
export function languageInfo(language: CellLanguage) {
  if (language === "javascript") {
    return {
      name: "javascript",
      version: process.versions.node,
      mimetype: "text/javascript",
      file_extension: ".js",
      pygments_lexer: "javascript",
      codemirror_mode: "javascript",
      nbconvert_exporter: "script",
    };
  }
  return {
    name: "typescript",
    version: typescriptVersion(),
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { name: "javascript", typescript: true },
    nbconvert_exporter: "script",
  };
}

/** The version of the compiler that checks the cells. */
export function typescriptVersion(): string {
  const text = readFileSync(require.resolve("typescript/package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
