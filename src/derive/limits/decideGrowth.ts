import { type Assumptions, integerNames } from "../assumptions/assumptions.js";
import { statedNames } from "../assumptions/statedNames.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { reachOf } from "../decide/proofs/far.js";
import { proof, refutation, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { otherMeaning, undecided, withinMeaning } from "../meanings/meanings.js";
import { growthContradicts } from "../oracle/points/growth.js";
import { disagreement } from "../tree/disagreement.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import { call, type Expr, over, symbol } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";
import { withinWork } from "../tree/work.js";
import { boundedTogether } from "./boundedTogether.js";
import { type Behaviour, type Growth, growthOf } from "./growth.js";
import { isCountName, isFarOut, moved, placeOf } from "./limitOf.js";
import { Asked } from "./series/asked.js";
import { supposedOf } from "./supposed.js";

/** The orders of growth that a claim may state on its right side. */
export const orders = ["O", "o", "Theta", "Omega"] as const;
export type Order = (typeof orders)[number];

/** Work that one quotient may take: a second on a machine at rest. */
const mostWork = 2_000_000;

/** What the quotient does where f is of an order of g, and what it does where f is not. */
const meanings: Record<Order, { holds: Behaviour[]; fails: Behaviour[] }> = {
  O: { holds: ["falls", "settles", "stays"], fails: ["grows"] },
  o: { holds: ["falls"], fails: ["settles", "grows"] },
  Theta: { holds: ["settles"], fails: ["falls", "grows"] },
  Omega: { holds: ["settles", "grows"], fails: ["falls"] },
};

const rules = ["growth-by-limit"] as const;

/** Where a name goes. */
interface Way {
  name: string;
  to: Expr;
  sides: (1 | -1)[];
}

/**
 * Grades `f = O(g)`, and o, Theta and Omega, by what f/g does as one name goes where an assumption says, `x -> 0`, or grows;
 * O in several names that all grow by a bound on f/g.
 */
export function decideGrowth(
  [left, bound]: [Expr, Expr],
  order: Order,
  assumptions: Assumptions,
): Verdict {
  const known = statedNames(assumptions);
  const all = [left, bound];
  const open = undecided(all, known, assumptions.declared) ?? otherMeaning(all, known);
  if (open !== undefined) return unknown(["name-is-real"], open);
  const way = wayOf(all, assumptions);
  if (typeof way === "string") return unknown(rules, way);
  if (Array.isArray(way)) {
    return order === "O"
      ? boundedTogether([left, bound], way, assumptions)
      : unknown(rules, `${order} in several names has no meaning here: state where one goes`);
  }
  const verdict = alongWay([left, bound], order, way, assumptions);
  const checked = withinMeaning(verdict, all, known, assumptions.declared);
  if (checked.grade === "unknown") return checked;
  const claim = { left, bound, order, name: way.name, to: way.to, sides: way.sides };
  const against = growthContradicts(claim, assumptions.facts, checked.grade === "refuted");
  return against
    ? unknown(checked.rules, disagreement(checked.grade, against), checked.conditions)
    : { ...checked, rules: [...checked.rules, "second-opinion"] };
}

/** The one name that goes somewhere; several that grow; or why there is none. */
export function wayOf(all: Expr[], assumptions: Assumptions): Way | string[] | string {
  const stated = (assumptions.declared ?? []).flatMap(({ name, meaning }) =>
    meaning.is === "moving" ? [{ name, ...meaning }] : [],
  );
  if (stated.length > 1) return "more than one name goes somewhere";
  if (stated.length === 1) {
    const [{ name, to, side }] = stated;
    return { name, to, sides: isFarOut(to) || side === "above" ? [1] : side ? [-1] : [1, -1] };
  }
  const { bounded, growing, together } = reachOf(all, assumptions);
  if (bounded.size > 0 || !together)
    return `the assumptions keep ${[...bounded.keys()].join(", ") || "the names"} from growing: state where one goes, as in \`x -> 0\``;
  if (growing.length === 0) return "no name grows: state where one goes, as in `x -> 0`";
  if (growing.length > 1) return growing;
  return { name: growing[0], to: symbol("Infinity"), sides: [1] };
}

function alongWay(
  [left, bound]: [Expr, Expr],
  order: Order,
  { name, to, sides }: Way,
  assumptions: Assumptions,
): Verdict {
  const quotient = over(left, bound);
  const asked = new Asked(contextFor([], assumptions));
  try {
    const found = withinWork(mostWork, () =>
      sides.map((side): Growth => {
        const isWhole = integerNames(assumptions).has(name);
        const limit = { body: quotient, name, to, isWhole, isCount: isCountName(name) };
        const { at, expr } = moved(asked, limit, placeOf(to, side));
        return growthOf(at, expr(), order === "O");
      }),
    );
    const { conditions } = supposedOf(
      [call("limit", quotient, symbol(name), to)],
      asked,
      assumptions,
    );
    const { holds, fails } = meanings[order];
    const text = expressionText(quotient);
    if (found.every(({ behaviour }) => holds.includes(behaviour)))
      return proof(rules, conditions, `${text} ${words[found[0].behaviour]}`);
    const against = found.find(({ behaviour }) => fails.includes(behaviour));
    if (against && asked.supposed.length === 0) {
      const point = { [name]: expressionText(to) };
      const witness = { point, lhs: `f/g tends to ${against.to}`, rhs: expressionText(bound) };
      return refutation(rules, witness, conditions, `${text} ${words[against.behaviour]}`);
    }
    return unknown(rules, `${text} is not known to behave so`);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(rules, reasonOf(error));
  }
}

const words: Record<Behaviour, string> = {
  falls: "tends to 0",
  settles: "stays between bounds and away from 0",
  stays: "stays between bounds",
  grows: "grows without bound",
};
