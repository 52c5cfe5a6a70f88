import { call, type Expr, symbol } from "../../../src/derive/tree/expression.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import type { FunctionDefinition, Needed } from "../../../src/derive/library/shared/definition.js";
import { library } from "../../../src/derive/library/library.js";
import { expressionText } from "../../../src/derive/tree/text.js";

const introduction = `# The functions that the prover knows

Made of the definitions in \`src/derive/library\`, one file for each function, by \`npm run docs:functions\`; a test holds that it
is up to date. What the prover knows of a function stands in its file: what it is short for or its value, its derivative,
where it has a value, what is always true of it, and how it is written. Only the searches for points and the rules for edges
name functions elsewhere (\`decide\`, \`functions/smoothPowers.ts\`). Any other name is a function of which nothing is known
but its arguments.`;

const adding = `## To add a function

1. \`src/derive/library/<name>.ts\`: a \`FunctionDefinition\` (\`definition.ts\` says what each field is). A function that is
   short for an expression of others needs \`rewrite\` alone. One with a meaning of its own has \`value\`, \`domain\` and
   \`partials\`, and where values are to be bounded \`known\`. Its \`examples\` are claims with the grade that each must get,
   true ones and a false one.
2. Its line in \`src/derive/library/library.ts\`.
3. Its definition in \`src/derive/oracle/evaluate/functions.ts\`, by another method than the first: it gives the second opinion.
4. \`npm run docs:functions\`, and \`npm test -- derive/library\`.`;

/** What stands in docs/functions.md. */
export function functionsPage(): string {
  const known = [...library.values()];
  const definitions = table(
    ["function", "what it is", "has a value", "derivative", "LaTeX"],
    [
      ...known.map((one) => [
        code(expressionText(applied(one))),
        one.meaning,
        domainText(one),
        derivativeText(one),
        code(expressionLatex(applied(one))),
      ]),
    ],
  );
  const claims = table(
    ["claim", "if", "grade"],
    known.flatMap(({ examples }) =>
      examples.map(({ claim, given = [], grade }) => [
        code(claim),
        given.map(code).join(", "),
        grade,
      ]),
    ),
  );
  return `${introduction}\n\n${definitions}\n\n## Claims about them\n\n${claims}\n\n${adding}\n`;
}

/** The function of as few arguments as it takes; of any number, of two. */
function applied({ name, arity }: FunctionDefinition): Expr & { kind: "call" } {
  const count = typeof arity === "number" ? arity : arity[1] === Infinity ? 2 : arity[0];
  return call(name, ...["x", "y"].slice(0, count).map(symbol));
}

const signs = { positive: "> 0", nonnegative: ">= 0", nonzero: "!= 0", count: "is 0, 1, 2, …" };

function domainText(one: FunctionDefinition): string {
  const { args } = applied(one);
  if (!one.domain) return "where that has one";
  const text = (expr: Expr, need: keyof typeof signs) =>
    code(`${expressionText(expr)} ${signs[need]}`);
  const needs = one.domain(...args);
  const all = needs.flatMap(({ expr, need }) => (need ? [text(expr, need)] : []));
  const inside = needs.flatMap(({ expr, inside: own }: Needed) => (own ? [text(expr, own)] : []));
  const where = all.length ? `if ${all.join(", ")}` : "everywhere";
  return inside.length ? `${where}; a derivative if ${inside.join(", ")}` : where;
}

function derivativeText(one: FunctionDefinition): string {
  const { args } = applied(one);
  const partials = one.partials?.(...args);
  if (partials) return partials.map((part) => code(expressionText(part))).join(", ");
  if (one.jumps) return "none, it jumps";
  return one.rewrite ? "that of what it is" : "no rule";
}

const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

/** A table as prettier sets it. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => row[i].length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
