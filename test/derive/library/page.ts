import { readFileSync } from "node:fs";
import { call, type Expr, symbol } from "../../../src/derive/tree/expression.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import type { FunctionDefinition, Needed } from "../../../src/derive/library/shared/definition.js";
import { library } from "../../../src/derive/library/library.js";
import { addRest } from "../../../src/derive/library/rest.js";
import { expressionText } from "../../../src/derive/tree/text.js";

addRest();

const introduction = `# The functions that the prover knows

Made of the definitions in \`src/derive/library\`, one file for each function, by \`npm run docs:functions\`; a test holds that it
is up to date. What the prover knows of a function stands in its file: what it is short for or its value, its derivative,
where it has a value, what is always true of it, and how it is written. Only the searches for points and the rules for edges
name functions elsewhere (\`decide\`, \`functions/smoothPowers.ts\`). Of a function with any other name nothing is known: equal
arguments have equal values.`;

const adding = `## To add a function

1. \`src/derive/library/<name>.ts\`: a \`FunctionDefinition\`, whose fields \`shared/definition.ts\` describes.
   - Is it short for an expression of others? \`rewrite\` alone is enough (\`tan.ts\`, \`relu.ts\`).
   - Else \`value\` computes it from exact and enclosed numbers, \`domain\` says where it has a value and where a derivative,
     \`partials\` gives the derivatives, and \`known\` what bounds it.
   - Zeros, other special values, cases and symmetries belong into \`normal\`. It gets and gives normal forms
     (\`form/ring/form.ts\` calculates with them); \`ctx.signs\` says what is known of an argument (\`nonzero\`, \`positive\`,
     \`nonnegative\`), and \`opaque\` makes the atom of which nothing more is known.
   - A function that jumps says where in \`jumps\` (\`floor.ts\`, \`sign.ts\`), one with a corner in \`edges\` (\`abs.ts\`).
   - \`entrywise\` says whether it is taken of the entries of vectors, or of any array.
   - Without \`latex\` it is read and written as \`\\operatorname{name}(…)\`; \`commands\` are LaTeX commands that mean it, and what
     \`head\` and \`write\` write must be read as the function again.
   - \`examples\` are claims with the grade that each must get, at least one proved and one refuted.
2. Its name in the list of \`src/derive/library/library.ts\`.
3. Its definition in \`src/derive/oracle/evaluate/functions.ts\`, by another method than the first: it gives the second opinion.
4. \`npm run docs:functions\` for this page; \`npm test -- derive/library house\` builds, and tests all of this.

The readers, the search for points, the search for wrong verdicts and this page take the function from its file.

### A whole example

The tests add this one and take it away again: \`exprel\`, of the numerical libraries.

${listing("exprel")}
And for the second opinion:

${listing("exprelAgain")}`;

/** A file of the tests as it would stand in the library. */
function listing(name: string): string {
  const text = readFileSync(`test/derive/library/${name}.ts`, "utf8")
    .replaceAll("../../../src/derive/library/", "./")
    .replaceAll("../../../src/derive/", "../")
    .replaceAll("../../../src/", "../../");
  return `\`\`\`ts\n${text}\`\`\`\n`;
}

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
