import { createRequire } from "node:module";
import type { Dialect, JavaScript } from "./transform.js";

const require = createRequire(import.meta.url);

/** The part that is used of the interface of TypeScript 5.0, in JavaScript, which tslab brings along. */
interface TypeScript {
  transpileModule(
    text: string,
    options: {
      fileName: string;
      reportDiagnostics: boolean;
      compilerOptions: Record<string, unknown>;
    },
  ): {
    outputText: string;
    sourceMapText?: string;
    diagnostics?: { messageText: string | { messageText: string } }[];
  };
  ScriptTarget: { ES2022: number };
  ModuleKind: { ESNext: number };
  JsxEmit: { React: number; ReactJSX: number };
}

let loaded: TypeScript | undefined;

/** Loaded when it is needed first: it takes a sixth of a second and 40 MB. */
function typescript(): TypeScript {
  const paths = [require.resolve("tslab/dist/converter")];
  loaded ??= require(require.resolve("@tslab/typescript-for-tslab", { paths })) as TypeScript;
  return loaded;
}

/**
 * Compiles as TypeScript itself does, for what a quicker compiler cannot.
 *
 * @throws SyntaxError at what cannot be compiled
 */
export function wholeTransform(
  name: string,
  text: string,
  { legacyDecorators, jsx }: Dialect,
  sourcemap: boolean,
): JavaScript {
  const { transpileModule, ScriptTarget, ModuleKind, JsxEmit } = typescript();
  const { outputText, sourceMapText, diagnostics } = transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: ModuleKind.ESNext,
      jsx: jsx?.runtime === "classic" ? JsxEmit.React : JsxEmit.ReactJSX,
      jsxFactory: jsx?.pragma,
      jsxFragmentFactory: jsx?.pragmaFrag,
      jsxImportSource: jsx?.importSource,
      experimentalDecorators: legacyDecorators,
      sourceMap: sourcemap,
    },
  });
  const [error] = diagnostics ?? [];
  if (error) {
    const { messageText: said } = error;
    const message = typeof said === "string" ? said : said.messageText;
    throw new SyntaxError(`${name}: ${message}`);
  }
  const code = outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  return { code, map: sourceMapText ? (JSON.parse(sourceMapText) as object) : undefined };
}

/** Whether a namespace stands in several parts, or beside an enum of its name: the parts see each other's names. */
export function merges(text: string): boolean {
  if (!/\b(?:namespace|module)\s/.test(text)) return false;
  const seen = new Set<string>();
  for (const [, kind, path] of text.matchAll(
    /\b(namespace|module|enum)\s+([\p{ID_Continue}$.]+)/gu,
  )) {
    for (const name of kind === "enum" ? [path] : path.split(".")) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}
