import type { Expr } from "../../tree/expression.js";
import { isEvent } from "../../tree/events.js";
import { rangedSigns } from "../../tree/ranged.js";
import { conditionLatex } from "./writeCases.js";
import { script } from "./nameLatex.js";
import type { Slot } from "./write.js";

type Go = (part: Expr, slot?: Slot) => string;

/** An operator over what stands below it: `\max_{x \in S} f(x)`, `\sum_{i \neq j} x_i`. */
export function rangedLatex(
  operator: string,
  name: string,
  [of, ...below]: readonly Expr[],
  go: Go,
): string {
  const text = name.endsWith("Where")
    ? below.map((one) => conditionLatex(one, go)).join(", ")
    : `${namesLatex(below[0], go)}${below
        .slice(1)
        .map((set) => withinLatex(set, go))
        .join("")}`;
  const body = operator === "prod" ? `\\left(${go(of)}\\right)` : go(of, "last");
  return `${rangedSigns[operator]}_{${text}} ${body}`;
}

/** A set, or a condition on the name before it. */
const withinLatex = (set: Expr, go: Go): string =>
  isEvent(set) ? ` : ${conditionLatex(set, go)}` : ` \\in ${go(set)}`;

const namesLatex = (names: Expr, go: Go): string =>
  names.kind === "list" ? names.items.map((one) => go(one)).join(", ") : go(names);

/** Whether a set has no elements: a list of none is no call. */
const isNothing = ([one, ...more]: readonly Expr[]): boolean =>
  more.length === 0 && one?.kind === "symbol" && one.name === "nothing";

/** A set as it is read; undefined for anything else. */
export function setLatex(name: string, args: readonly Expr[], go: Go): string | undefined {
  if (name === "setOf" && isNothing(args)) return "\\emptyset";
  if (name === "setOf") return `\\{${args.map((one) => go(one)).join(", ")}\\}`;
  if (name === "setWhere")
    return `\\{${go(args[0])} : ${args
      .slice(1)
      .map((one) => conditionLatex(one, go))
      .join(", ")}\\}`;
  if (name === "openInterval") return `(${args.map((one) => go(one)).join(", ")})`;
  if (name === "closedInterval") return `[${args.map((one) => go(one)).join(", ")}]`;
  const [of, power] = args;
  if (name !== "numbers" || of?.kind !== "symbol") return undefined;
  return `\\mathbb{${of.name}}${power ? `^${script(go(power))}` : ""}`;
}
