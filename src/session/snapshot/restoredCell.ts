import type { CellLanguage } from "../../notebook/index.js";
import type { Checker } from "../check/checker.js";
import { type ParsedCell, parseCell } from "../text/parse.js";
import { resolveName, plainText } from "../compiler/symbols.js";
import type { Unpacked } from "./pack.js";
import { valueType } from "./valueType.js";

/** Characters of a type that are kept. */
const mostText = 4000;

/** The types of names in sight, as the compiler writes them. */
export function writtenTypes(checker: Checker, names: string[]): Map<string, string> {
  return checker.ask(() => {
    const { project, file } = checker.look(names.join(";"));
    const types = new Map<string, string>();
    for (const name of names) {
      const symbol = resolveName(project, name, file, 0);
      const text = symbol && plainText(project, symbol);
      if (text && text.length <= mostText) types.set(name, text);
    }
    return types;
  });
}

/**
 * A cell that declares restored variables for the compiler, each on a line of its own: with the type that it had, where
 * the compiler finds that what it names is still there and that the value is of it; else with one from the value.
 */
export function restoredCell(
  checker: Checker,
  variables: Unpacked[],
  language: CellLanguage,
): ParsedCell {
  const choices = variables.map(({ type, value }) => [
    ...(type ? [type] : []),
    valueType(value, false),
    "any",
  ]);
  const narrowest = variables.map(({ value }) => valueType(value, true));
  const line = language === "javascript" ? inJavaScript : inTypeScript;
  for (;;) {
    const lines = variables.map((one, i) => line(one, choices[i][0], narrowest[i]));
    const cell = parseCell(lines.join("\n"));
    const { problems, warnings } = checker.check(cell, []);
    const wrong = new Set([...problems, ...warnings].map((one) => one.line));
    const open = [...wrong].filter((at) => choices[at]?.length > 1);
    if (!open.length) return cell;
    for (const at of open) choices[at].shift();
  }
}

function inTypeScript({ name, assignable }: Unpacked, type: string, narrowest: string): string {
  return `${assignable ? "let" : "const"} ${name}: ${type} = null! as ${narrowest};`;
}

function inJavaScript({ name, assignable }: Unpacked, type: string, narrowest: string): string {
  const [own, other] = [type, narrowest].map((text) => (text.includes("*/") ? "any" : text));
  const value = `/** @type {${other}} */ (/** @type {any} */ (null))`;
  return `/** @type {${own}} */ ${assignable ? "let" : "const"} ${name} = ${value};`;
}
