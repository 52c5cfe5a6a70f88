import { library } from "../../library/library.js";
import { addRest } from "../../library/rest.js";

addRest();

/** Functions that LaTeX has a command for and the prover no definition of. */
const unknown: Record<string, string> = { lg: "lg" };

/** Commands for functions, with their names in expressions. */
export const functions: Record<string, string> = {
  ...unknown,
  ...Object.fromEntries(
    [...library.values()].flatMap(({ name, latex }) =>
      (latex?.commands ?? []).map((command) => [command, name]),
    ),
  ),
};

/** Commands with the name of another that says the same. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ["hbar", "hslash"],
  ["textnormal", "text"],
  ["textup", "text"],
  ["textsf", "text"],
  ["texttt", "text"],
  ["textsc", "text"],
  ["emph", "text"],
  ["hbox", "text"],
  ["mathds", "mathbb"],
  ["mathbbm", "mathbb"],
]);

/** Commands for functions of which nothing is known. */
export const operatorCommands = new Set("gcd dim ker deg hom Re Im".split(" "));

/** The function that a command with the exponent -1 means, as `\\sin^{-1} x` does the arc sine. */
export const inverses: ReadonlyMap<string, string> = new Map(
  [...library.values()].flatMap(({ name, latex }) =>
    latex?.inverse === undefined ? [] : [[name, latex.inverse]],
  ),
);

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
  sim: "~",
  propto: "∝",
  coloneqq: ":=",
  triangleq: ":=",
  equiv: "≡",
  iff: "<=>",
  Leftrightarrow: "<=>",
  Longleftrightarrow: "<=>",
  implies: "=>",
  Rightarrow: "=>",
  Longrightarrow: "=>",
};

/** Commands that change how a formula looks and not what it says. */
export const ignored = new Set(
  "displaystyle textstyle scriptstyle limits nolimits nonumber notag enspace lefteqn displaylimits allowbreak thinspace medspace thickspace mathstrut".split(
    " ",
  ),
);

/** What to write in place of a command or character that is outside the subset. */
export const instead: Record<string, string> = {
  in: "write inequalities, 0 \\le x \\le 1, or state an assumption: `x real`, `n integer`, `x > 0`; behind an equation leave \\in and the set out",
  neg: "write an index in letters, x_{\\mathrm{other}}, or \\neg before a whole statement",
  emptyset: "write that its probability or its size is 0: P(A \\cap B) = 0",
  bullet: "write an index in letters: x_{i,\\mathrm{all}}",
  dots: "write the sum or product with its limits: \\sum_{n=1}^{N} x_n; anywhere else leave the dots out",
  ldots:
    "write the sum or product with its limits: \\sum_{n=1}^{N} x_n; anywhere else leave the dots out",
  cdots:
    "write the sum or product with its limits: \\sum_{n=1}^{N} x_n; anywhere else leave the dots out",
  arg: "write \\arg\\max_{x} f(x) for the place of a maximum, \\operatorname{arg}(z) for the angle of a complex number",
  underbrace: "write the content alone, and what the brace says as its own equation",
  overbrace: "write the content alone, and what the brace says as its own equation",
  pmod: "state what is divisible as an equation: a = b + k n",
  top: "a transpose has no notation here: write the entries, for instance w_{j,i}",
  to: "write a limit as an equation, \\lim_{n \\to \\infty} a_n = a; between two equations \\implies",
  rightarrow:
    "write a limit as an equation, \\lim_{n \\to \\infty} a_n = a; between two equations \\implies",
  mathbb: "write \\infty limits: \\int_{-\\infty}^{\\infty}",
  oint: "write the integral with its limits: \\int_{0}^{2\\pi} … \\,dt",
  leftarrow:
    "write an equation between the old value and the new one: \\theta_{t+1} = \\theta_t - …",
  gets: "write an equation between the old value and the new one: x_{t+1} = x_t + …",
  xrightarrow: "write an equation between the two sides: y = \\operatorname{f}(x)",
  mapsto: "write an equation: f(x) = …",
  stackrel: "write the relation alone, =, and what stands above it beside the display",
  overset: "write the relation alone, =, and what stands above it beside the display",
  underset:
    "write what it ranges over as a subscript, \\min_{x} f(x) or \\arg\\min_{x} f(x); any other sign alone",
  "}": "write what is missing before this brace, or leave these braces out",
  ")": "write what is missing before it, or what stands in parentheses without them",
  "]": "write ( ) for parentheses, x_{n} for an entry",
  "&": "write each column as a statement of its own",
  "\\\\": "leave this line end out, or end the line with a sign that goes on",
  "?": "leave it out, or write a letter for what is asked",
  ".": "write what is missing before this full stop, or leave out the dots",
  longrightarrow:
    "write a limit as an equation, \\lim_{n \\to \\infty} a_n = a; between two equations \\implies",
  "/": "write \\frac{a}{b} for a quotient",
  "|": "write \\left| x \\right| for an absolute value, \\mid before what is given",
  over: "write \\frac{a}{b}",
  bigcup:
    "write the union of the first and the last with dots, A_1 \\cup \\dots \\cup A_n, or a name for it",
  bigcap: "write the intersection of the first and the last with dots, or a name for it",
  oplus: "write a name for the result: \\operatorname{xor}(a, b)",
  cdot: "leave the dot out, or write a letter for what it stands for",
  hline: "leave it out",
  doteq: "write =",
  cong: "write = between two numbers, such as lengths or areas",
  simeq: "write \\approx with a number, or =",
  asymp: "write \\approx with a number, or = \\mathcal{O}(…)",
  lessapprox: "write \\le, or an equation with what is left out: = a + \\mathcal{O}(…)",
  lesssim: "write \\le with the constant: \\le c \\cdot …",
  gtrsim: "write \\ge with the constant: \\ge c \\cdot …",
  ll: "write <",
  gg: "write >",
  prec: "write < between two numbers",
  succ: "write > between two numbers",
  preceq: "write \\le between two numbers",
  succeq: "write \\ge between two numbers: x^\\top A x \\ge 0",
  perp: "write that the product is 0: \\langle u, v \\rangle = 0",
  parallel: "write an equation between numbers, such as the slopes: m_1 = m_2",
  angle: "write a letter for the angle: \\alpha",
  triangle: "write a letter for what is measured: A for the area",
  nmid: "write the remainder that is left: a - p \\lfloor a/p \\rfloor > 0",
  bmod: "write the remainder: a - n \\lfloor a/n \\rfloor",
  cup: "write the union in a probability, P(A \\cup B), or a name for its size: \\mathrm{size}",
  cap: "write the intersection in a probability, P(A \\cap B) = 0, or a name for its size: \\mathrm{size}",
  setminus: "write a name for the set or its size: \\mathrm{size}",
  subset: "write an inequality between sizes or probabilities: P(A) \\le P(B)",
  subseteq: "write an inequality between sizes or probabilities: P(A) \\le P(B)",
  notin: "write inequalities, x > 1, or state an assumption",
  therefore: "leave it out",
  because: "leave it out",
  checkmark: "leave it out",
  square: "leave it out",
  blacksquare: "leave it out",
  qed: "leave it out",
  $: "write the LaTeX alone, without dollar signs",
  "\\$": "write the number alone, without the currency",
  "*": "write \\cdot for a product; a convolution is written by its entries or as \\operatorname{conv}(a, b)",
  "\\ref": "leave the reference out, or set it above a relation: \\overset{(1)}{=}",
  ",": "a comma stands between arguments, entries and statements alone",
  "^": "an exponent stands behind what it belongs to; choices are \\binom{n}{k}",
  "\\|": "write a norm as \\lVert x \\rVert",
  "\\rangle": "write \\langle x, y \\rangle for an inner product, \\langle f \\rangle for a mean",
  "'": "write a derivative as an operator: \\frac{d}{dx} \\left( … \\right)",
  _: "a subscript stands after a letter: write the entry of one letter, A_{i,j}; a letter for zeros or ones in a list",
  ";": "write a comma between arguments, and what is given behind \\mid",
  "\\mid": "write that b is a multiple of a as an equation: b = k a",
  wedge: "write \\min for the smaller of two numbers",
  circ: "write a composition as \\operatorname{f}(g(x)), an angle in radians: \\frac{\\pi}{6}",
  forall: "write it before the whole statement, with a colon, or behind it",
  exists: "write the value that solves it, as an equation",
  "(": "write one letter for what stands in these parentheses",
  vdots: "leave this line out, and say for which index the others hold: \\text{ for all } k \\ge 1",
  ddots: "leave this line out, and say for which index the others hold: \\text{ for all } k \\ge 1",
  ":": "leave out the name of a statement before its colon; state a definition by define(...) of the derivation or by :=, a ratio as \\frac{a}{b}",
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
