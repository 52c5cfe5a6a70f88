import type { Fraction, MathNode, Matrix } from "mathjs";
import { Rational, rational } from "../../num/index.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Expr, negate, number, over, symbol, toThe } from "../tree/expression.js";
import { spelt } from "./tokens.js";

/** What mathjs gives its users: a syntax tree, an exact fraction, a matrix of either. */
export type MathjsValue = MathNode | Fraction | Matrix;

/** The parts of mathjs's values that are read here. */
interface Value {
  type: string;
  name: string;
  fn: string | { name: string };
  op: string;
  value: unknown;
  args: Value[];
  items: Value[];
  content: Value;
  object: Value;
  index: { dimensions: Value[] };
  toArray(): unknown[];
}

/** Whether a value is one of mathjs's, from whatever copy of the package. */
export function isMathjs(value: unknown): value is MathjsValue {
  if (typeof value !== "object" || value === null) return false;
  const { type, isNode, isMatrix, isFraction } = value as Record<string, unknown>;
  return typeof type === "string" && (isNode ?? isMatrix ?? isFraction) === true;
}

/**
 * A value of mathjs as an expression. Numbers are taken as they print: a constant 0.1 is a tenth.
 *
 * @throws DerivationError if it holds what is no part of an expression: a string, a range, a unit
 */
export function fromMathjs(value: MathjsValue): Expr {
  return convert(value as unknown as Value, `${value as unknown as { toString(): string }}`);
}

function convert(node: Value, text: string): Expr {
  const unreadable = (what: string) => new DerivationError(`cannot read \`${text}\`: ${what}`);
  const go = (part: Value) => convert(part, text);
  switch (node.type) {
    case "ConstantNode":
      return constant(node.value, unreadable);
    case "Fraction":
      return constant(node, unreadable);
    case "DenseMatrix":
    case "SparseMatrix":
      return rows(node.toArray(), unreadable);
    case "SymbolNode":
      return symbol(spelt(node.name));
    case "ParenthesisNode":
      return go(node.content);
    case "ArrayNode":
      if (node.items.length === 0)
        throw unreadable("a list without entries: write them, as in [1, 2]");
      return { kind: "list", items: node.items.map(go) };
    case "AccessorNode":
      if (node.object.type !== "SymbolNode") throw unreadable("an entry is written x[n]");
      return { kind: "index", name: node.object.name, indices: node.index.dimensions.map(go) };
    case "FunctionNode": {
      const name = typeof node.fn === "string" ? node.fn : node.fn.name;
      if (node.args.length) return call(name, ...node.args.map(go));
      throw unreadable(`${name}() has no argument: write ${name} for a quantity`);
    }
    case "OperatorNode":
      return operator(node, node.args.map(go), unreadable);
    default: {
      const what = node.type.replace("Node", "").toLowerCase();
      throw unreadable(`${what} is not part of an expression`);
    }
  }
}

function rows(items: unknown[], unreadable: (what: string) => DerivationError): Expr {
  const read = (item: unknown): Expr => {
    if (Array.isArray(item)) return rows(item, unreadable);
    return isMathjs(item) ? fromMathjs(item) : constant(item, unreadable);
  };
  return { kind: "list", items: items.map(read) };
}

function operator(
  { fn, op }: Value,
  [left, right]: Expr[],
  unreadable: (what: string) => DerivationError,
): Expr {
  const terms = () => (left.kind === "add" ? left.terms : [left]);
  const factors = () => (left.kind === "mul" ? left.factors : [left]);
  switch (fn) {
    case "add":
      return { kind: "add", terms: [...terms(), right] };
    case "subtract":
      return { kind: "add", terms: [...terms(), negate(right)] };
    case "multiply":
      return { kind: "mul", factors: [...factors(), right] };
    case "divide":
      return over(left, right);
    case "pow":
      return toThe(left, right);
    case "unaryMinus":
      return negate(left);
    case "unaryPlus":
      return left;
    case "factorial":
      return call("factorial", left);
    case "larger":
      return call("<", right, left);
    case "largerEq":
      return call("<=", right, left);
    default:
      if (statements[fn as string]) return call(statements[fn as string], left, right);
      throw unreadable(`the operator ${op} is not part of an expression`);
  }
}

const statements: Record<string, string> = {
  equal: "=",
  unequal: "!=",
  smaller: "<",
  smallerEq: "<=",
  and: "and",
  or: "or",
};

function constant(value: unknown, unreadable: (what: string) => DerivationError): Expr {
  if (String(value) === "Infinity") return symbol("Infinity");
  const { s, n, d } = Object(value) as { s?: bigint; n?: bigint; d?: bigint };
  if (typeof n === "bigint") return number(Rational.of(s! * n, d!));
  const printed = `${value as number}`;
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(printed)) throw unreadable(`${printed} is no number`);
  return number(rational(printed));
}
