import { library } from "../../library/library.js";

/** Functions that LaTeX has a command for and the prover no definition of. */
const unknown: Record<string, string> = {
  lg: "lg",
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
};

/** Commands for functions, with their names in expressions. */
export const functions: Record<string, string> = {
  ...unknown,
  ...Object.fromEntries(
    [...library.values()].flatMap(({ name, latex }) =>
      (latex?.commands ?? []).map((command) => [command, name]),
    ),
  ),
};

/** Functions that are written out: `\sec x` is 1/\cos x. */
export const reciprocals: Record<string, [above: string | undefined, below: string]> = {
  sec: [undefined, "cos"],
  csc: [undefined, "sin"],
  cot: ["cos", "sin"],
};

/** Relations, as a chain holds them. */
export const relations: Record<string, string> = {
  "=": "=",
  "<": "<",
  ">": ">",
  lt: "<",
  gt: ">",
  le: "<=",
  leq: "<=",
  leqslant: "<=",
  ge: ">=",
  geq: ">=",
  geqslant: ">=",
  ne: "!=",
  neq: "!=",
  approx: "≈",
  iff: "<=>",
  Leftrightarrow: "<=>",
  Longleftrightarrow: "<=>",
  implies: "=>",
  Rightarrow: "=>",
  Longrightarrow: "=>",
};

/** Commands that change how a formula looks and not what it says. */
export const ignored = new Set(
  "displaystyle textstyle scriptstyle limits nolimits nonumber notag".split(" "),
);

/** What to write in place of a command or character that is outside the subset. */
export const instead: Record<string, string> = {
  in: "state where a name lies as an assumption, for instance a < x",
  propto: 'state it with its factor, by define("y", "c*x") of the derivation',
  sim: "write the density: p(x) = …",
  dots: "write the sum or product with its limits: \\sum_{n=1}^{N} x_n",
  ldots: "write the sum or product with its limits: \\sum_{n=1}^{N} x_n",
  cdots: "write the sum or product with its limits: \\sum_{n=1}^{N} x_n",
  lim: "limits are outside the subset; write the value that is reached",
  arg: "write the maximum by argmax(...) of the derivation, an angle by its own name",
  argmax: "use argmax(...) of the derivation",
  argmin: "use argmin(...) of the derivation",
  underbrace: "write the content alone, and what the brace says as its own equation",
  overbrace: "write the content alone, and what the brace says as its own equation",
  equiv: "write = where two sides are equal; congruences and definitions are no equations",
  coloneqq: "state a definition by define(...) of the derivation, and write = for it",
  top: "a transpose has no notation here: write the entries, for instance w_{j,i}",
  cases: "write the cases with \\max, or as one equation for each case",
  to: "limits are outside the subset; between two equations write \\implies",
  rightarrow: "limits are outside the subset; between two equations write \\implies",
  mathbb: "write \\infty limits: \\int_{-\\infty}^{\\infty}",
  "*": "write \\cdot for a product; a convolution is written by its entries or as \\operatorname{conv}(a, b)",
  "'": "write a derivative as an operator: \\frac{d}{dx} \\left( … \\right)",
  _: "a subscript stands after a letter: write the entry of one letter, A_{i,j}",
  ";": "write a comma between arguments, and what is given behind \\mid",
  "\\mid": "write that b is a multiple of a as an equation: b = k a",
  wedge: "write \\min for the smaller of two numbers",
  circ: "write a composition as \\operatorname{f}(g(x)), an angle in radians: \\frac{\\pi}{6}",
  forall: "write it before the whole statement, with a colon, or behind it",
  exists: "write the value that solves it, as an equation",
  ":": "state a definition by define(...) of the derivation, and write = for it",
  "\\%": "write the fraction: \\frac{10}{100}",
  '"': "write a name in \\mathrm{…}",
  "−": "write - (hyphen-minus)",
  "×": "write \\times",
  "·": "write \\cdot",
  "≤": "write \\le",
  "≥": "write \\ge",
  "≈": "write \\approx",
  "∞": "write \\infty",
  "∑": "write \\sum_{n=1}^{N}",
  "∫": "write \\int_{a}^{b}",
  "∂": "write \\partial",
  "√": "write \\sqrt{x}",
  "²": "write ^2",
  α: "write \\alpha",
  β: "write \\beta",
  μ: "write \\mu",
  π: "write \\pi",
  σ: "write \\sigma",
};
