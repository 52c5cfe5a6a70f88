import { joined, noVocabulary } from "../derive/tex/reading/vocabulary.js";
import type { Condition, DerivationJSON, Grade, Step } from "../record/index.js";
import { claimsOf, type Printed, type PrintedClaim } from "./claims.js";
import { neededBy } from "../derive/given/defined.js";
import { differentConditions, isAssumed } from "./conditions.js";
import { difference } from "./difference.js";
import { isGiven } from "../derive/given/given.js";
import { type Graph, graphOf } from "./graph.js";
import { bestFirst, leastKnown, stepsBetween, worthOf } from "./path.js";

/** How a tagged equation stands to the derivations that have its id. */
export type Finding =
  /** The page says what was checked: the badge, and what stands beside it. */
  | {
      kind: "agrees";
      grade: Grade;
      assumptions: string[];
      /** LaTeX of the definitions that its names need, without those that it prints. */
      definitions: string[];
      conditions: Condition[];
    }
  /** It says something else. */
  | { kind: "differs"; why: string }
  /** Nothing derives it, or it cannot be read. */
  | { kind: "unchecked"; why: string }
  /** Its tag is not one that every program shows. */
  | { kind: "mistagged"; why: string };

/**
 * Holds a display against the derivations that have its id. Its badge is the least known grade of the steps that join the
 * printed sides, of which a definition is one; what an assumption or a definition says already is assumed.
 *
 * @param tex the display without its tag
 * @param derivations the graded records of this id
 */
export function findingOf(tex: string, derivations: DerivationJSON[]): Finding {
  if (derivations.length === 0) return { kind: "unchecked", why: "no derivation has this id" };
  const hypothesis = derivations.find((one) => states(one, tex));
  if (hypothesis) return agreement("assumed", [], [hypothesis.assumptions], []);
  const graphs = derivations.map(graphOf);
  let printed: Printed;
  try {
    const known = graphs.map(({ vocabulary }) => vocabulary).reduce(joined, noVocabulary);
    printed = claimsOf(tex, known);
  } catch (error) {
    return { kind: "unchecked", why: (error as Error).message };
  }
  const { claims } = printed;
  const joins = claims.map((claim) => joining(claim, graphs));
  const missing = claims.find((_, i) => joins[i] === undefined);
  if (missing) return { kind: "differs", why: difference(missing, derivations, graphs) };
  const found = joins.filter((join) => join !== undefined);
  // An assumption that is printed, too, has no steps: it says under what the rest holds.
  const steps = found.flatMap((join) => join.steps);
  const repeats = found.some(
    ({ steps: own, at }, i) => own.length > 0 && isGiven(claims[i], graphs[at].given),
  );
  const used = [...new Set(found.map(({ at }) => at))];
  for (const at of used) {
    const why = differentConditions(printed, graphs[at]);
    if (why) return { kind: "differs", why };
  }
  return agreement(
    repeats ? leastKnown(["assumed", gradeOf(steps)]) : gradeOf(steps),
    steps,
    used.map((at) => derivations[at].assumptions),
    used.flatMap((at) => definitionsBehind(claims, steps, graphs[at])),
  );
}

/** The definitions that the names of claims and steps need; one that is itself on the way is printed already. */
function definitionsBehind(
  claims: PrintedClaim[],
  steps: Step[],
  { edges, given }: Graph,
): string[] {
  const on = new Set(steps);
  const exprs = [
    ...claims.flatMap(({ sides }) => sides),
    ...edges.flatMap(({ step, sides }) => (on.has(step) ? sides : [])),
  ];
  const printed = new Set(steps.filter(({ defines }) => defines).map(({ latex }) => latex));
  return neededBy(exprs, given.definitions)
    .map(({ latex }) => latex)
    .filter((latex) => !printed.has(latex));
}

function agreement(
  grade: Grade,
  steps: Step[],
  assumptions: string[][],
  definitions: string[],
): Finding {
  const open = steps.flatMap(({ conditions }) => conditions.filter(({ metBy }) => !metBy));
  return {
    kind: "agrees",
    grade,
    assumptions: [...new Set(assumptions.flat())],
    definitions: [...new Set(definitions)],
    conditions: [...new Map(open.map((condition) => [condition.text, condition])).values()],
  };
}

/** A hypothesis in words may carry the display itself, letter by letter. */
function states({ steps }: DerivationJSON, tex: string): boolean {
  const bare = (text: string) => text.replace(/\s/g, "");
  return steps.some(
    ({ grade, rhs, lhsLatex }) => grade === "assumed" && !rhs && bare(lhsLatex) === bare(tex),
  );
}

interface Join {
  /** None for what is an assumption of the derivation. */
  steps: Step[];
  /** The derivation's place: two of one id may rest on different assumptions, so that no way leads through both. */
  at: number;
}

/** The best known of the ways through each derivation. */
function joining(claim: PrintedClaim, graphs: Graph[]): Join | undefined {
  const found = graphs.flatMap((graph, at): Join[] => {
    const steps = stepsBetween(graph.edges, claim);
    if (steps) return [{ steps, at }];
    return claim.facts && isAssumed(claim.facts, graph) ? [{ steps: [], at }] : [];
  });
  return bestFirst.flatMap((grade) => found.filter(({ steps }) => gradeOf(steps) === grade))[0];
}

const gradeOf = (steps: Step[]): Grade => leastKnown(steps.map(worthOf));
