import { createRequire } from "node:module";
import type { MathNode } from "mathjs";
import { Rational } from "../num/index.js";
import { binary, type Expr, negate, number, subtract, symbol } from "./expression.js";

/** A text that the engine cannot read as an expression; the message points at the place. */
export class DerivationError extends Error {
  override name = "DerivationError";
}

const require = createRequire(import.meta.url);
let parseText: ((text: string) => MathNode) | undefined;

/** mathjs takes most of a second to load, so it is loaded by the first expression and not by an import. */
function mathjsParse(text: string): MathNode {
  if (!parseText) {
    const { create, parseDependencies, FractionDependencies } =
      require("mathjs") as typeof import("mathjs");
    const math = create({ parseDependencies, FractionDependencies }, { number: "Fraction" });
    parseText = (source) => math.parse(source);
  }
  return parseText(text);
}

const longest = 20_000;

/**
 * Reads an expression in mathjs syntax, with `D(e, x)`, `sum(e, n, lo, hi)`, `integrate(e, x, a, b)` and `x[n]`.
 * Decimals are exact; no name is a unit.
 *
 * @throws DerivationError if the text is no expression of this kind
 */
export function parse(text: string): Expr {
  if (typeof text !== "string" || text.trim() === "") {
    throw new DerivationError("expression must be a text that is not empty");
  }
  if (text.length > longest) {
    throw new DerivationError(
      `expression is too long: ${text.length} characters, at most ${longest}`,
    );
  }
  let node: MathNode;
  try {
    node = mathjsParse(text);
  } catch (error) {
    throw pointed(text, error as Error & { char?: number });
  }
  return convert(node, text);
}

function pointed(text: string, error: Error & { char?: number }): DerivationError {
  const message = error.message.replace(/ \(char \d+\)$/, "");
  if (!error.char) return new DerivationError(`cannot read \`${text}\`: ${message}`);
  const at = error.char - 1;
  return new DerivationError(
    `cannot read this expression: ${message}\n    ${text}\n    ${" ".repeat(at)}^`,
  );
}

/** The parts of mathjs's nodes that are read here. */
interface Node {
  type: string;
  name: string;
  fn: string | { name: string };
  op: string;
  value: unknown;
  args: Node[];
  content: Node;
  object: Node;
  index: { dimensions: Node[] };
}

const operators: Record<string, "add" | "mul" | "div" | "pow"> = {
  add: "add",
  multiply: "mul",
  divide: "div",
  pow: "pow",
};

function convert(source: MathNode, text: string): Expr {
  const unreadable = (what: string) => new DerivationError(`cannot read \`${text}\`: ${what}`);
  const go = (node: Node): Expr => {
    switch (node.type) {
      case "ConstantNode":
        if (String(node.value) === "Infinity") return symbol("Infinity");
        return number(constant(node.value, unreadable));
      case "SymbolNode":
        return symbol(node.name);
      case "ParenthesisNode":
        return go(node.content);
      case "AccessorNode":
        if (node.object.type !== "SymbolNode" || node.index.dimensions.length !== 1) {
          throw unreadable("an entry is written x[n], one index");
        }
        return { kind: "index", name: node.object.name, index: go(node.index.dimensions[0]) };
      case "FunctionNode": {
        const name = typeof node.fn === "string" ? node.fn : node.fn.name;
        return { kind: "call", name, args: node.args.map(go) };
      }
      case "OperatorNode":
        return operator(node);
      default:
        throw unreadable(
          `${node.type.replace("Node", "").toLowerCase()} is not part of an expression`,
        );
    }
  };
  const operator = (node: Node): Expr => {
    const [left, right] = node.args.map(go);
    const fn = node.fn as string;
    if (fn === "unaryMinus") return negate(left);
    if (fn === "unaryPlus") return left;
    if (fn === "subtract") return subtract(left, right);
    if (fn in operators) return binary(operators[fn], left, right);
    throw unreadable(`the operator ${node.op} is not part of an expression`);
  };
  return go(source as unknown as Node);
}

function constant(value: unknown, unreadable: (what: string) => DerivationError): Rational {
  const { s, n, d } = value as { s: bigint; n: bigint; d: bigint };
  if (typeof n !== "bigint") throw unreadable(`${String(value)} is not a number`);
  return Rational.of(s * n, d);
}
