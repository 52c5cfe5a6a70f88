import { Rational } from "../../../num/index.js";
import { definitionOf } from "../../library/library.js";
import { constantValue } from "../../tree/constants.js";
import { type Expr, symbol } from "../../tree/expression.js";
import { plus, scaled, tensor } from "../terms/normal.js";
import { Outside } from "../terms/outside.js";
import { power } from "../terms/powers.js";
import { type Tensor, term } from "../terms/tensor.js";
import type { Known } from "./known.js";
import { applied, raised } from "./numbers.js";
import { hadamard } from "./operate.js";

/** The argument, in the library's expression of a derivative. */
const argument = symbol("x");

/**
 * The derivative of a function of one number, at each entry.
 *
 * @throws Outside if the library has none that holds wherever the function has a value
 */
export function slope(name: string, of: Tensor, known: Known): Tensor {
  const definition = definitionOf(name, 1);
  const [found] = definition?.partials?.(argument) ?? [];
  const isSmooth = !definition?.domain?.(argument).some(({ inside }) => inside);
  if (!found || !isSmooth) throw new Outside(`a derivative of ${name}`);
  return taken(found, of, known);
}

/** An expression of the argument, of each entry. */
function taken(expr: Expr, of: Tensor, known: Known): Tensor {
  const go = (part: Expr): Tensor => taken(part, of, known);
  const value = constantValue(expr);
  if (value) return scaled(tensor(of, [term([])]), value);
  switch (expr.kind) {
    case "symbol":
      return of;
    case "neg":
      return scaled(go(expr.of), Rational.of(-1n));
    case "add":
      return plus(...(expr.terms.map(go) as [Tensor, ...Tensor[]]));
    case "mul":
      return expr.factors.map(go).reduce(hadamard);
    case "div":
      return hadamard(go(expr.left), raised(go(expr.right), power(-1n), known));
    case "pow": {
      const exponent = constantValue(expr.right);
      if (exponent?.isInteger) return raised(go(expr.left), power(exponent.num), known);
      break;
    }
    case "call":
      return applied(expr.name, go(expr.args[0]), known);
  }
  throw new Outside("a derivative that is not a sum of products");
}
