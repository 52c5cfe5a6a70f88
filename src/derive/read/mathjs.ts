import { createRequire } from "node:module";
import type { MathNode } from "mathjs";
import { Rational } from "../../num/index.js";
import { DerivationError, GaveUp } from "../errors.js";
import { call, type Expr, negate, number, over, symbol, toThe } from "../expression.js";

const require = createRequire(import.meta.url);
let parseText: ((text: string) => MathNode) | undefined;

/** Loads mathjs. It takes most of a second, so the first text that needs it does so, and not an import. */
export function loadReader(): (text: string) => MathNode {
  if (!parseText) {
    const { create, parseDependencies, FractionDependencies } =
      require("mathjs") as typeof import("mathjs");
    const math = create({ parseDependencies, FractionDependencies }, { number: "Fraction" });
    parseText = (source) => math.parse(source);
  }
  return parseText;
}

/** Reads any text of mathjs's grammar that is an expression; the error for one that is not points at the place. */
export function readWithMathjs(text: string): Expr {
  let node: MathNode;
  try {
    node = loadReader()(text);
  } catch (error) {
    if (error instanceof RangeError) throw new GaveUp("the nesting of the expression");
    throw pointed(text, error as Error & { char?: number });
  }
  return convert(node as unknown as Node, text);
}

function pointed(text: string, error: Error & { char?: number }): DerivationError {
  const message = error.message.replace(/ \(char \d+\)$/, "");
  if (!error.char) return new DerivationError(`cannot read \`${text}\`: ${message}`);
  const lead = " ".repeat(error.char - 1);
  return new DerivationError(`cannot read this expression: ${message}\n    ${text}\n    ${lead}^`);
}

/** The parts of mathjs's nodes that are read here. */
interface Node {
  type: string;
  name: string;
  fn: string | { name: string };
  op: string;
  value: unknown;
  args: Node[];
  items: Node[];
  content: Node;
  object: Node;
  index: { dimensions: Node[] };
}

function convert(node: Node, text: string): Expr {
  const unreadable = (what: string) => new DerivationError(`cannot read \`${text}\`: ${what}`);
  const go = (part: Node) => convert(part, text);
  switch (node.type) {
    case "ConstantNode":
      return String(node.value) === "Infinity"
        ? symbol("Infinity")
        : number(constant(node.value, unreadable));
    case "SymbolNode":
      return symbol(node.name);
    case "ParenthesisNode":
      return go(node.content);
    case "ArrayNode":
      return { kind: "list", items: node.items.map(go) };
    case "AccessorNode":
      if (node.object.type !== "SymbolNode") throw unreadable("an entry is written x[n]");
      return { kind: "index", name: node.object.name, indices: node.index.dimensions.map(go) };
    case "FunctionNode": {
      const name = typeof node.fn === "string" ? node.fn : node.fn.name;
      if (!node.args.length) {
        throw unreadable(
          `${name}() has no argument: write ${name} for a quantity, ${name}(x) for a function`,
        );
      }
      return call(name, ...node.args.map(go));
    }
    case "OperatorNode":
      return operator(node, go, unreadable);
    default: {
      const what = node.type.replace("Node", "").toLowerCase();
      throw unreadable(`${what} is not part of an expression`);
    }
  }
}

function operator(
  node: Node,
  go: (part: Node) => Expr,
  unreadable: (what: string) => DerivationError,
): Expr {
  const [left, right] = node.args.map(go);
  switch (node.fn) {
    case "add":
      return { kind: "add", terms: [...(left.kind === "add" ? left.terms : [left]), right] };
    case "subtract":
      return {
        kind: "add",
        terms: [...(left.kind === "add" ? left.terms : [left]), negate(right)],
      };
    case "multiply":
      return { kind: "mul", factors: [...(left.kind === "mul" ? left.factors : [left]), right] };
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
    default:
      throw unreadable(`the operator ${node.op} is not part of an expression`);
  }
}

function constant(value: unknown, unreadable: (what: string) => DerivationError): Rational {
  const { s, n, d } = value as { s: bigint; n: bigint; d: bigint };
  if (typeof n !== "bigint") throw unreadable(`${String(value)} is not a number`);
  return Rational.of(s * n, d);
}
