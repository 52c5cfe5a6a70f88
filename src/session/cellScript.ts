import type { ParsedCell } from "./parse.js";
import { type JavaScript, toJavaScript } from "./transform.js";

/** A cell as JavaScript. */
export interface CellScript extends JavaScript {
  /** Specifiers of its static imports, in the order in which the script takes their namespaces. */
  imports: string[];
}

/** How a compiled cell reaches its session; no name of a cell can be this one without meaning to. */
const cellName = "__cell__";

/** An edit of the text: what stands from `start` to `end` gives way. */
type Edit = [start: number, end: number, text: string];

/**
 * Compiles a cell to a function expression whose lines are the cell's: imports become the names that it is handed,
 * top-level names are its local variables, and accessors to them are handed back for the cells to come.
 *
 * @param parameters names of earlier cells that it takes as parameters, because they hide names of the platform
 */
export function cellScript(cell: ParsedCell, parameters: string[], sourcemap = false): CellScript {
  const { text, imports, taken } = rewritten(cell);
  const { code, map } = toJavaScript("cell.ts", text, "module", sourcemap);
  const head = [
    `"use strict";`,
    taken.length ? `const ${taken.join(", ")};` : "",
    `${cellName}.names({ ${accessors(cell).join(", ")} });`,
  ].join(" ");
  const signature = `(async function (${[cellName, ...parameters].join(", ")})`;
  return { code: `${signature} { ${head} ${code}\n})`, map, imports };
}

/** The cell's text with what makes it a function body, and what its imports give to which name. */
function rewritten(cell: ParsedCell): { text: string; imports: string[]; taken: string[] } {
  const edits: Edit[] = cell.metas.map(({ start, end }) => [start, end, `${cellName}.meta`]);
  const imports: string[] = [];
  const taken: string[] = [];
  for (const statement of cell.statements) {
    switch (statement.type) {
      case "ImportDeclaration": {
        edits.push([statement.start, statement.end, ""]);
        if (statement.importKind === "type") break;
        const from = `${cellName}.imports[${imports.length}]`;
        imports.push(statement.source.value);
        for (const specifier of statement.specifiers) {
          const { name } = specifier.local;
          if (specifier.type === "ImportNamespaceSpecifier") taken.push(`${name} = ${from}`);
          else if (specifier.type === "ImportDefaultSpecifier") {
            taken.push(`${name} = ${from}.default`);
          } else if (specifier.importKind !== "type") {
            const { imported } = specifier;
            const key = imported.type === "Identifier" ? imported.name : imported.value;
            taken.push(`${name} = ${from}[${JSON.stringify(key)}]`);
          }
        }
        break;
      }
      case "ExportNamedDeclaration":
        edits.push([statement.start, statement.declaration?.start ?? statement.end, ""]);
        break;
      case "ExportDefaultDeclaration":
        edits.push([statement.start, statement.declaration.start, ""]);
        break;
      case "ExportAllDeclaration":
        edits.push([statement.start, statement.end, ""]);
        break;
    }
  }
  const last = cell.statements.filter(({ type }) => !/^TS(Interface|TypeAlias)/.test(type)).at(-1);
  if (last?.type === "ExpressionStatement") {
    const { start, end } = last.expression;
    edits.push([start, start, `${cellName}.value = (`], [end, end, ")"]);
  }
  return { text: edited(cell.code, edits), imports, taken };
}

function accessors({ values }: ParsedCell): string[] {
  return [...values]
    .filter(([, { ambient }]) => !ambient)
    .map(([name, { assignable }]) =>
      assignable
        ? `${name}: [() => ${name}, (${cellName}) => { ${name} = ${cellName}; }]`
        : `${name}: [() => ${name}]`,
    );
}

/** The text with its edits; line breaks of what goes stay, so that lines keep their numbers. */
function edited(text: string, edits: Edit[]): string {
  let result = "";
  let at = 0;
  for (const [start, end, insert] of [...edits].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    result += text.slice(at, start) + insert + text.slice(start, end).replace(/[^\n]/g, "");
    at = end;
  }
  return result + text.slice(at);
}
