import { DerivationError } from "../tree/errors.js";
import { type Call, type Expr, parts } from "../tree/expression.js";
import { greek } from "./greek.js";

/** Functions that readers know by name and the prover has no definition of. */
const undefinedFunctions: ReadonlySet<string> = new Set(
  (
    "atan2 coth arsinh arcosh artanh lg sgn round " +
    "trunc gcd lcm erf erfc softmax integrate lim argmax argmin det trace transpose"
  ).split(" "),
);

/** Those that the prover defines. The reader knows no rule of theirs: they are told to it, and it asks for names alone. */
let definedFunctions: { has(name: string): boolean } = new Set();

/** Has the reader take these names for functions. */
export function readAsFunctions(names: typeof definedFunctions): void {
  definedFunctions = names;
}

/** Whether readers take a name for a function; one of one letter, or a Greek one, may be a quantity, too. */
export const isFunctionWord = (name: string): boolean =>
  undefinedFunctions.has(name) ||
  (definedFunctions.has(name) && name.length > 1 && !greek.has(name));

/** Operators that are written before their argument without parentheses, too: `tr A`, `E X`. */
export const operatorWords: ReadonlySet<string> = new Set(
  "E Var Cov Corr Std Pr P var cov corr std tr Tr rank diag vec dim ker span div rot curl grad Re Im mod ReLU softmax".split(
    " ",
  ),
);

/** Words that say how statements hang together; as names they would be factors. */
export const logicWords: ReadonlySet<string> = new Set(
  (
    "and or not xor nor unless if iff then else when whenever where while for forall all any some every each exists " +
    "such that only otherwise except provided implies assuming suppose modulo let has have is are the"
  ).split(" "),
);

/** Words that are no quantity, with what to write. */
const noQuantity = new Map(
  [
    ["NaN nan", "it is no number"],
    [
      "true false undefined null none",
      "it is no number; write 1 and 0 for the two values of an event",
    ],
    ["inf Inf infinity INFINITY oo", "write Infinity"],
    ["PI Pi", "write pi for the number"],
    ["deg degree degrees rad radian radians", "angles are in radians: write pi/180 for a degree"],
    ["percent", "write 1/100"],
  ].flatMap(([names, why]) => names.split(" ").map((name) => [name, why])),
);

/** What is called a function in programs and has another value at each call. */
const draws = new Set("random rand randn randint randomInt pickRandom".split(" "));

/** Functions of other languages that take an expression and a name of it, with what to write. */
const otherLanguages = new Map(
  [
    ["diff derivative", "write D(e, x)"],
    ["int", "write integrate(e, x, a, b), or antiderivative(e, x) without limits"],
  ].flatMap(([names, why]) => names.split(" ").map((name) => [name, why])),
);

/** What is wrong with a call; undefined where nothing is. */
function callProblem({ name, args }: Call): string | undefined {
  if (draws.has(name)) return "has another value each time: write a name for what was drawn";
  const [of, by] = args;
  const isOfName = of.kind !== "symbol" && by?.kind === "symbol" && mentions(of, by.name);
  const other = isOfName ? otherLanguages.get(name) : undefined;
  if (other !== undefined) return `is not known here: ${other}`;
  // `n(n + 1)`: a function of itself there is not.
  const ofItself = name.length === 1 && args.some((arg) => mentions(arg, name));
  return ofItself ? `before parentheses is a function: write ${name}*(…) for a product` : undefined;
}

const mentions = (expr: Expr, name: string): boolean =>
  expr.kind === "symbol" ? expr.name === name : parts(expr).some((part) => mentions(part, name));

/** What is wrong with a word as the name of a quantity; undefined where it is a name. */
export function wordProblem(name: string): string | undefined {
  if (isFunctionWord(name)) return `${name} is a function: write ${name}(x)`;
  if (name === "and" || name === "or")
    return `${name} joins statements: write intersection(A, B), union(A, B) for events`;
  if (logicWords.has(name))
    return `${name} is a word of logic and no name: state each claim by itself`;
  const why = noQuantity.get(name);
  return why && `${name} is no name of a quantity: ${why}`;
}

/** Refuses an expression in which such a word stands as a quantity. @throws DerivationError with what to write */
export function refuseWords(expr: Expr, text: string): void {
  const why = expr.kind === "call" ? callProblem(expr) : undefined;
  if (why !== undefined && expr.kind === "call") {
    throw new DerivationError(`cannot read \`${text}\`: ${expr.name} ${why}`);
  }
  const isName = expr.kind === "symbol" || (expr.kind === "call" && logicWords.has(expr.name));
  const problem = isName ? wordProblem(expr.name) : undefined;
  if (problem) throw new DerivationError(`cannot read \`${text}\`: ${problem}`);
  // The first argument of partials names a function.
  const own = expr.kind === "call" && expr.name === "partials" ? expr.args.slice(1) : parts(expr);
  for (const part of own) refuseWords(part, text);
}
