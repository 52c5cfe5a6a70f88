import type { Assumptions } from "../assumptions/assumptions.js";
import type { Claim } from "../decide/conditions/verdict.js";
import { call, type Expr, number, subtract, symbol } from "../tree/expression.js";
import type { Depends } from "./declared.js";
import type { Graph } from "./graph.js";
import { graphOf } from "./graphOf.js";
import { conjunction } from "./premise.js";
import { derivativesSeen } from "./seen.js";

/** A claim that differentiates in full, for an evaluator that knows nothing of it: with each quantity's arguments among the facts. */
export function inFull(
  claim: Claim,
  assumptions: Assumptions,
): { claim: Claim; assumptions: Assumptions } {
  const graph = graphOf(claim, assumptions);
  const found = graph.names
    .filter((name) => graph.declaration(name) === undefined)
    .map((name): Depends => {
      const on = [...graph.args(name)];
      return { kind: "depends", name, on, text: `${name} depends on ${on.join(" and ")}` };
    });
  const facts = [...assumptions.facts, ...found];
  const left = claim.relation === "=>" ? alongGraph(claim, graph) : claim.left;
  return { claim: { ...claim, left }, assumptions: { ...assumptions, facts } };
}

/** A premise with its derivatives, as far as the conclusion goes: it is meant along a curve. */
function alongGraph({ left, right }: Claim, graph: Graph): Expr {
  const literals = conjunction(left) ?? [];
  const orders = derivativesSeen(right).map(({ by }) => by.length);
  const roots = new Set(graph.names.flatMap((name) => graph.roots(name)));
  const derived = literals
    .filter(({ name }) => name === "=")
    .flatMap(({ args: [a, b] }) => [...roots].map((root) => ({ gap: subtract(a, b), root })))
    .flatMap(({ gap, root }) => {
      let last: Expr = gap;
      return orders.length === 0
        ? []
        : Array.from({ length: Math.max(...orders) }, () => {
            last = call("D", last, symbol(root));
            return call("=", last, number(0n));
          });
    });
  return derived.length ? call("and", ...literals, ...derived) : left;
}
