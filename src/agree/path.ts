import type { Grade, Relation, Step } from "../record/index.js";
import { isUpToConstant } from "../derive/steps/constantsAlong.js";
import { saidAlready } from "../derive/steps/steps.js";
import type { Edge } from "./graph.js";

/** What a page claims of two trees. */
export interface Claimed {
  left: string;
  relation: Relation;
  right: string;
}

/** From the best known to the least: what stands on a page by definition alone was not derived, whatever else was. */
export const bestFirst: Grade[] = [
  "proved",
  "proved-if",
  "tested",
  "assumed",
  "unknown",
  "refuted",
];

/** The least known of several grades; of none, that of a hypothesis. */
export const leastKnown = (grades: Grade[]): Grade =>
  [...bestFirst].reverse().find((grade) => grades.includes(grade)) ?? "assumed";

/** What a step is worth on a way: one that says again what is given was checked, and leads on like any other. */
export function worthOf({ grade, method, conditions }: Step): Grade {
  if (method !== saidAlready) return grade;
  return conditions.some(({ metBy }) => metBy === undefined) ? "proved-if" : "proved";
}

/**
 * The steps that lead from one side to the other by the relation, along the way whose least known grade is best; undefined
 * if there is no way. `a < c` may go over `a = b`, `b < d` and `d <= c`, with one `<` at least. What a definition says is
 * true by definition, even where steps say it again.
 */
export function stepsBetween(edges: Edge[], claimed: Claimed): Step[] | undefined {
  const { left, relation, right } = claimed;
  const defining = edges.find(
    (edge) =>
      worthOf(edge.step) === "assumed" &&
      edge.step.relation === relation &&
      (from(edge, left).includes(right) || from(edge, right).includes(left)),
  );
  if (defining) return [defining.step];
  for (const [i] of bestFirst.entries()) {
    const open = edges.filter(({ step }) => bestFirst.indexOf(worthOf(step)) <= i);
    const way = shortestWay(open, claimed);
    if (way) return way;
  }
  return undefined;
}

/** Relations over which a way may go beside the one that it must contain. */
const beside: Record<Relation, Relation[]> = {
  "=": [],
  "<": ["=", "<="],
  "<=": ["=", "<"],
  "≈": ["="],
  O: ["="],
  "<=>": [],
  "=>": ["<=>"],
};

interface Stand {
  key: string;
  /** Whether the relation itself has been used. */
  used: boolean;
  /** Whether the way goes over a step that holds up to a constant. */
  loose: boolean;
  steps: Step[];
}

function shortestWay(edges: Edge[], { left, relation, right }: Claimed): Step[] | undefined {
  const queue: Stand[] = [{ key: left, used: false, loose: false, steps: [] }];
  const seen = new Set<string>();
  // Of one integral and one function it is said up to a constant; of two functions that would make 0 a constant.
  const isIndefinite = holdsIntegral(left) !== holdsIntegral(right);
  for (const { key, used, loose, steps } of queue) {
    if (key === right && used) return steps;
    for (const edge of edges) {
      const isOwn = edge.step.relation === relation;
      if (!isOwn && !beside[relation].includes(edge.step.relation)) continue;
      // Two roundings in a row may leave the digits that are printed.
      if (isOwn && used && relation === "≈") continue;
      const isLoose = isUpToConstant(edge.step);
      if (isLoose && loose && !isIndefinite) continue;
      for (const to of from(edge, key)) {
        const mark = `${used || isOwn} ${loose || isLoose} ${to}`;
        if (seen.has(mark)) continue;
        seen.add(mark);
        queue.push({
          key: to,
          used: used || isOwn,
          loose: loose || isLoose,
          steps: [...steps, edge.step],
        });
      }
    }
  }
  return undefined;
}

const holdsIntegral = (key: string): boolean => /\bantiderivative\(/.test(key);

/** Where an edge leads to from one of its ends; only equality and equivalence lead back. */
function from({ left, right, step }: Edge, key: string): string[] {
  const back = step.relation === "=" || step.relation === "<=>";
  return [...(left === key ? [right] : []), ...(back && right === key ? [left] : [])];
}
