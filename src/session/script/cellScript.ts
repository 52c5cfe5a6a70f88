import type { TSEnumDeclaration, TSImportEqualsDeclaration } from "oxc-parser";
import { CompileError } from "../text/compileError.js";
import { edited, unedited } from "../text/edits.js";
import { firstName, type Node, type ParsedCell } from "../text/parse.js";
import { roundEdits } from "./rounds.js";
import { toJavaScript } from "./transform.js";
import { offsetAt, placeAt } from "../text/places.js";
import type { Dialect, JavaScript } from "./dialect.js";

/** A cell as JavaScript. */
export interface CellScript extends JavaScript {
  /** Specifiers of its static imports, in the order in which the script takes their namespaces. */
  imports: string[];
  /** Characters that stand before what the source map is of. */
  prefix: number;
  /** The place in the cell's text of one in the text that was compiled, to which the source map leads. */
  inCell(place: Place): Place;
}

/** Line and column, counted from 0. */
interface Place {
  line: number;
  column: number;
}

/** How a compiled cell reaches its session; no cell declares this name by accident. */
const cellName = "__cell__";

/**
 * Compiles a cell to a function expression whose lines are the cell's: imports become the names that it is handed,
 * top-level names are its local variables, and accessors to them are handed back for the cells to come.
 *
 * @param parameters names of earlier cells that it takes as parameters, because they hide names of the platform
 */
export function cellScript(
  cell: ParsedCell,
  parameters: string[],
  dialect: Dialect,
  sourcemap = false,
): CellScript {
  const { text, edits, imports, taken } = rewritten(cell);
  /** The place in the cell of one in the text that is compiled. */
  const inCell = (place: Place) =>
    placeAt(cell.code, unedited(cell.code, edits, offsetAt(text, place)));
  const { code, map } = compiled(cell, text, dialect, sourcemap, inCell);
  const head = [
    dialect.sloppy && !saysStrict(cell) ? "" : `"use strict";`,
    taken.length ? `const ${taken.join(", ")};` : "",
    `${cellName}.names({ ${accessors(cell).join(", ")} });`,
  ].join(" ");
  const signature = `(async function (${[cellName, ...parameters].join(", ")})`;
  const prefix = `${signature} { ${head} `;
  return { code: `${prefix}${code}\n})`, map, imports, prefix: prefix.length, inCell };
}

function compiled(
  cell: ParsedCell,
  text: string,
  dialect: Dialect,
  sourcemap: boolean,
  inCell: (place: Place) => Place,
): JavaScript {
  try {
    return toJavaScript("cell.ts", text, dialect, sourcemap);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { message } = error;
    throw new CompileError({ ...inCell(error.problem), message }, cell.code);
  }
}

/** Whether a cell begins with `"use strict"`. */
function saysStrict({ statements }: ParsedCell): boolean {
  return statements.some((one) => "directive" in one && one.directive === "use strict");
}

/** The cell's text with what makes it a function body, and what its imports give to which name. */
function rewritten(cell: ParsedCell) {
  const edits = roundEdits(cell.code, cell.statements);
  for (const { start, end } of cell.metas) edits.push([start, end, `${cellName}.meta`]);
  if (cell.hashbang !== undefined) edits.push([cell.hashbang, cell.hashbang + 2, "//"]);
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
      case "TSImportEqualsDeclaration":
        edits.push([statement.start, statement.end, aliasOf(statement, cell.code)]);
        break;
      case "ExportNamedDeclaration": {
        const { declaration } = statement;
        if (declaration?.type === "TSImportEqualsDeclaration") {
          edits.push([statement.start, statement.end, aliasOf(declaration, cell.code)]);
        } else if (declaration?.type === "TSEnumDeclaration") {
          const { start } = declaration;
          edits.push([statement.start, start + declareOf(declaration, cell.code), ""]);
        } else edits.push([statement.start, declaration?.start ?? statement.end, ""]);
        break;
      }
      case "TSEnumDeclaration":
        edits.push([statement.start, statement.start + declareOf(statement, cell.code), ""]);
        break;
      case "ExportDefaultDeclaration": {
        const { declaration } = statement;
        if (declaration.type === "TSDeclareFunction" && !declaration.id) {
          edits.push([statement.start, statement.end, ""]);
          break;
        }
        const isNamed =
          "id" in declaration && declaration.id !== null && isDeclaration(declaration);
        const word = isNamed
          ? ""
          : (/^abstract\s+/.exec(cell.code.slice(declaration.start))?.[0] ?? "");
        edits.push([statement.start, declaration.start + word.length, isNamed ? "" : "void ("]);
        if (!isNamed) edits.push([declaration.end, declaration.end, ")"]);
        break;
      }
      case "ExportAllDeclaration":
        edits.push([statement.start, statement.end, ""]);
        break;
      case "TSExportAssignment":
        edits.push([statement.start, statement.expression.start, "void ("]);
        edits.push([statement.expression.end, statement.expression.end, ")"]);
        break;
    }
  }
  const last = cell.statements.filter(({ type }) => !/^TS(Interface|TypeAlias)/.test(type)).at(-1);
  if (last?.type === "ExpressionStatement") {
    const { start, end } = last.expression;
    edits.push([start, start, `${cellName}.value = (`], [end, end, ")"]);
  }
  return { text: edited(cell.code, edits), edits, imports, taken };
}

/** How long `declare` is before a constant enum: TypeScript writes its values where they are used, and here it is made. */
function declareOf({ start, declare, const: isConstant }: TSEnumDeclaration, code: string): number {
  return declare && isConstant ? code.slice(start).search(/\bconst\b/) : 0;
}

function isDeclaration({ type }: Node): boolean {
  return /Declaration$|^TSDeclareFunction$/.test(type);
}

/** `import x = a.b.c` and `import x = require("y")` as declarations of constants; nothing for one of types. */
function aliasOf({ id, importKind, moduleReference }: TSImportEqualsDeclaration, code: string) {
  if (importKind === "type") return "";
  if (moduleReference.type === "TSExternalModuleReference") {
    return `const ${id.name} = require(${moduleReference.expression.raw});`;
  }
  // A namespace that holds types alone is not there when the cell runs.
  const first = firstName(moduleReference);
  const path = code.slice(moduleReference.start, moduleReference.end).replaceAll(".", "?.");
  return `const ${id.name} = typeof ${first} === "undefined" ? undefined : ${path};`;
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
