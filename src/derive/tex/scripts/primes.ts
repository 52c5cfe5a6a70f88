import { call, type Expr } from "../../tree/expression.js";
import type { Arguments } from "./callArguments.js";
import type { Head } from "./head.js";
import type { Reading } from "../reading/reading.js";

/** Whether σ or σ² is a quantity of the text, so that σ(…) is not the logistic function. */
const isDeviation = ({ declared, evidence }: Reading): boolean =>
  [declared, evidence].some(({ symbols }) => symbols.has("sigma") || symbols.has("sigma2"));

/** `f'(x)` and `f''(x)` of a known function f of one argument are its derivatives there. */
export function derivativeOf(
  reading: Reading,
  { names, power }: Head,
  args: Arguments,
): Expr | undefined {
  const [, base, primes] = /^(\w+?)((?:prime)+)$/.exec(names[0] ?? "") ?? [];
  const { functions, symbols } = reading.declared;
  const isLogistic = base === "sigma" && !isDeviation(reading);
  if (base === undefined || functions.has(names[0])) return undefined;
  if (!functions.has(base) && !isLogistic) return undefined;
  const [{ expr }] = args.items;
  if (power || symbols.has(names[0]) || args.given || args.items.length > 1) return undefined;
  if (expr.kind !== "symbol") return undefined;
  const order = primes.length / "prime".length;
  return Array.from({ length: order }).reduce(
    (of: Expr) => call("D", of, expr),
    call(isLogistic ? "sigmoid" : base, expr) as Expr,
  );
}
