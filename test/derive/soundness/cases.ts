import type { Random } from "../../../src/index.js";
import { findingAt, type Truth, truthOf } from "../oracle/truth.js";
import { algebra } from "./fragments/algebra.js";
import { cubeRootEquations, cubeRoots } from "./fragments/cubeRoots.js";
import { alike } from "./fragments/alike.js";
import { addedAngles, arcs } from "./fragments/angles.js";
import { boundedSequences } from "./fragments/bounded.js";
import { growth } from "./fragments/growth.js";
import { limits } from "./fragments/limits.js";
import { links } from "./fragments/links.js";
import { valueCases } from "./fragments/valueCases.js";
import { listClaims } from "./fragments/listClaims.js";
import { multiples } from "./fragments/multiples.js";
import { opaque } from "./fragments/opaque.js";
import { transposed } from "./fragments/transposed.js";
import { complexNumbers } from "./fragments/complexNumbers.js";
import { calculus } from "./fragments/calculus.js";
import { constantBounds } from "./fragments/constants.js";
import { declared } from "./fragments/declared.js";
import { declaredNames } from "./fragments/declaredNames.js";
import { lists, maxima, sequences } from "./fragments/derivations.js";
import { farAndNear } from "./fragments/elsewhere.js";
import { mostly } from "./fragments/exceptions.js";
import { diophantine } from "./fragments/diophantine.js";
import { excluded } from "./fragments/excluded.js";
import { finite } from "./fragments/finite.js";
import type { Fragment, Planted } from "./fragments/fragment.js";
import { eulerian } from "./fragments/eulerian.js";
import { countingFunctions, knownFunctions, trigonometric } from "./fragments/functions.js";
import { implications } from "./fragments/implications.js";
import { inequalities } from "./fragments/inequalities.js";
import { integrals } from "./fragments/integrals.js";
import { joined } from "./fragments/joined.js";
import { jumps } from "./fragments/jumps.js";
import { latexFragment } from "./fragments/latex.js";
import { latexSteps } from "./fragments/latexSteps.js";
import { libraryFragment } from "./fragments/library.js";
import { boundaries, meeting } from "./fragments/meeting.js";
import { matrices } from "./fragments/matrices.js";
import { minima } from "./fragments/minima.js";
import { mixed } from "./fragments/mixed.js";
import { boundedOrders, orders } from "./fragments/orders.js";
import { inThePlane, touching } from "./fragments/nearMisses.js";
import { phases } from "./fragments/phases.js";
import { places } from "./fragments/places.js";
import { assumed } from "./fragments/assumed.js";
import { premises } from "./fragments/premises.js";
import { provided } from "./fragments/provided.js";
import { quantities } from "./fragments/quantities.js";
import { randomVariables } from "./fragments/randomVariables.js";
import { ranges } from "./fragments/ranges.js";
import { closedForms, solvedFunctions } from "./fragments/unfolded.js";
import { turned } from "./fragments/turned.js";
import { spikes } from "./fragments/spikes.js";
import { statements } from "./fragments/statements.js";
import { sums } from "./fragments/sums.js";
import { valleys } from "./fragments/valleys.js";
import type { Claim } from "../oracle/truth.js";

export const fragments: Fragment[] = [
  ...algebra,
  ...calculus,
  ...sums,
  ...statements,
  ...implications,
  ...ranges,
  quantities,
  cubeRoots,
  orders,
  latexFragment(),
  boundedOrders,
  mixed,
  knownFunctions,
  libraryFragment,
  countingFunctions,
  eulerian,
  trigonometric,
  addedAngles,
  arcs,
  solvedFunctions,
  closedForms,
  places,
  declared,
  integrals,
  joined,
  latexSteps,
  lists,
  maxima,
  sequences,
  touching,
  farAndNear,
  mostly,
  inThePlane,
  minima,
  finite,
  excluded,
  provided,
  cubeRootEquations,
  valleys,
  premises,
  assumed,
  phases,
  spikes,
  turned,
  alike,
  multiples,
  transposed,
  opaque,
  boundedSequences,
  listClaims,
  valueCases,
  diophantine,
  meeting,
  boundaries,
  jumps,
  constantBounds,
  declaredNames,
  links,
  randomVariables,
  complexNumbers,
  matrices,
  inequalities,
  limits,
  growth,
];

/** A true claim and a false one, each with what the tests' own evaluation found. */
export interface Pair {
  holds: Claim;
  truth: Truth;
  /** Absent where every slip that was planted left the claim true. */
  slip?: Planted;
  slipTruth?: Truth;
}

const mostSlips = 20;

/** What a slip comes to at the place that its fragment names. @throws Error if it holds there */
function breaksAt(slip: Planted, place: Record<string, string>): Truth {
  const found = findingAt(slip, place);
  if (found === "fails" || found === "gap") return { held: 0, fails: JSON.stringify(place) };
  throw new Error(`the generator's slip does not fail, but is "${found}": ${JSON.stringify(slip)}`);
}

/** The next claim of a fragment with a slip that evaluation shows to be one. */
export function nextPair(fragment: Fragment, random: Random): Pair {
  const holds = fragment.holds(random);
  if (fragment.certain) {
    const certain = { held: Infinity };
    return {
      holds,
      truth: certain,
      slip: fragment.slips(holds, random),
      slipTruth: { held: 0, fails: "by construction" },
    };
  }
  const truth = truthOf(holds, random, 4);
  for (let tries = 0; tries < mostSlips; tries++) {
    const slip = fragment.slips(holds, random);
    const slipTruth = slip.at ? breaksAt(slip, slip.at) : truthOf(slip, random, 6);
    if (slipTruth.fails !== undefined) return { holds, truth, slip, slipTruth };
  }
  return { holds, truth };
}
