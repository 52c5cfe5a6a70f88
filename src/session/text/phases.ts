import { parseSync, type Program, Visitor } from "oxc-parser";
import { type Edit, edited } from "./edits.js";
import type { SyntaxProblem } from "./syntaxProblems.js";

type Phased = { start: number; end: number; phase: "source" | "defer" | null };

/** The imports of a text that name a phase: `import defer * as m from "m"`, `import.defer("m")`, `import source m from "m"`. */
function phased(code: string, program: () => Program): Phased[] {
  if (!/\bimport\b[\s.]*(?:defer|source)\b/.test(code)) return [];
  const found: Phased[] = [];
  const note = (one: Phased) => {
    if (one.phase) found.push(one);
  };
  new Visitor({ ImportDeclaration: note, ImportExpression: note }).visit(program());
  return found;
}

/** A text whose modules load when they are imported, as all do here: `defer` is left out, and what stands behind keeps its place. */
export function withoutDefer(code: string, lang: "ts" | "tsx"): string {
  const parsed = () => parseSync(`code.${lang}`, code, { lang, sourceType: "module" }).program;
  const edits = phased(code, parsed)
    .filter(({ phase }) => phase === "defer")
    .map(({ start, end }): Edit => {
      const [head = ""] = /^import\b[\s.]*defer/.exec(code.slice(start, end)) ?? [];
      return [start, start + head.length, "import".padEnd(head.length)];
    });
  return edited(code, edits);
}

/** What is wrong with imports of a module's source: TypeScript knows none, and Node takes them of WebAssembly alone. */
export function sourcePhases(code: string, program: Program): SyntaxProblem[] {
  return phased(code, () => program)
    .filter(({ phase }) => phase === "source")
    .map(({ start, end }) => ({
      ...{ start, end, better: true },
      message:
        "`import source` is not TypeScript yet: `await WebAssembly.compile(readFileSync(path))` gives the same module",
    }));
}
