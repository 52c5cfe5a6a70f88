import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { chainRule } from "./chainRule.js";
import { differentiates } from "./differentiates.js";
import { Graph } from "./graph.js";
import { graphOf } from "./graphOf.js";
import { Jets } from "./jets.js";
import { loneDerivative } from "./lone.js";
import { alongCurve } from "./premise.js";
import { variablesIn } from "./seen.js";
import { told } from "./told.js";

/** How a claim is decided in which every derivative of a quantity is a name. */
export type Decide = (claim: Claim, assumptions: Assumptions) => Verdict;

/** Grades a claim in which some names are functions of others: what is declared one, and each numerator. */
export function decideDependent(claim: Claim, assumptions: Assumptions, decide: Decide): Verdict {
  if (!differentiates(claim, assumptions)) {
    refuseBound(claim, assumptions);
    return decide(claim, assumptions);
  }
  const variables = variablesIn(claim.right, variablesIn(claim.left));
  const graph = graphOf(claim, assumptions);
  const jets = new Jets(graph);
  const facts = assumptions.facts.flatMap((fact): Fact[] => {
    if (fact.kind === "depends") return [];
    return [fact.kind === "compare" ? { ...fact, expr: jets.expand(fact.expr) } : fact];
  });
  const plain = { ...assumptions, facts };
  const own = { ...claim, left: jets.expand(claim.left), right: jets.expand(claim.right) };
  if (claim.relation === "=>" || claim.relation === "<=>") {
    return told(alongCurve(own, plain, jets, decide), jets, variables);
  }
  const verdict = decide(own, plain);
  if (verdict.grade === "proved" || verdict.grade === "proved-if") {
    return told(verdict, jets, variables);
  }
  const lone = loneDerivative(claim, graph);
  if (lone?.others === "none") return unknown(byJets, noIdentity(lone.of));
  const chained =
    lone?.by.length === 1 && claim.relation === "="
      ? chainRule({ of: lone.of, by: lone.by[0], other: own[lone.opposite] }, plain, jets, decide)
      : undefined;
  if (chained) return told(chained, jets, variables);
  if (lone?.others === "unrelated") return unknown(byJets, noIdentity(lone.of));
  const unclear = graph.names.find((name) => graph.isUnclear(name) && name !== lone?.of);
  if (unclear !== undefined) return unknown(byJets, several(unclear, graph));
  return told(verdict, jets, variables);
}

/** @throws Unsupported where a declared quantity is summed up over what it depends on */
function refuseBound({ left, right }: Claim, { facts }: Assumptions): void {
  const declared = facts.filter((fact) => fact.kind === "depends");
  const jets = new Jets(new Graph([], declared));
  jets.expand(left);
  jets.expand(right);
}

const byJets = ["quantity-derivative"] as const;

const noIdentity = (name: string) =>
  `this is an equation for ${name}, of which nothing is known: define ${name}, or let the equation be the premise of =>`;

const several = (name: string, graph: Graph): string => {
  const [first, second] = graph.args(name);
  return `${name} is differentiated by ${first} and by ${second}: assume what depends on what, such as \`${name} depends on ${first} and ${second}\` or \`${name} depends on ${second} only through ${first}\``;
};
