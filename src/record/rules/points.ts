/** How a claim is judged at points, and where these come from. */
export const points = {
  "counterexample-exact": {
    rule: "The claim fails at a point, by exact values",
    sideCondition: "the assumptions admit the point, and both sides have values there",
  },
  "counterexample-enclosure": {
    rule: "The claim fails at a point, by enclosures of the values that are apart",
    sideCondition: "the assumptions admit the point; no rounding decides",
  },
  "counterexample-without-value": {
    rule: "One side has a value and the other has none, at every point that was tried",
    sideCondition: "the assumptions admit the points",
  },
  "counterexample-to-implication": {
    rule: "At a point one statement holds, and the one that should follow does not",
    sideCondition: "the assumptions admit the point, and both statements are told there",
  },
  "counterexample-function": {
    rule: "The claim fails for a simple function in the place of one that is left open",
    sideCondition: "the claim is about every function, and the assumptions admit this one",
  },
  "size-of-lists": {
    rule: "Lists of different sizes are not equal",
    sideCondition: "neither side may stand for a list of the other's size",
  },
  "finite-domain": {
    rule: "The claim is told at all points that the assumptions admit",
    sideCondition: "they are finitely many, and no side holds a derivative or an integral",
  },
  "sample-points": {
    rule: "The claim is tried at points near bounds and zeros, small, large and at random",
    sideCondition:
      "the assumptions admit them; it takes eight that could have failed to call a claim tested",
  },
  "points-under-conditions": {
    rule: "Points are sought at which the open conditions hold",
    sideCondition: "no side has a value at the usual ones",
  },
  "turning-points": {
    rule: "The claim is tried where a part of it is 0, 1 or stationary, beside such places and between",
    sideCondition: "the assumptions admit the points",
  },
  "jump-points": {
    rule: "The claim is tried where a function in it jumps, with the value that it has there",
    sideCondition: "no assumption excludes the place",
  },
  "far-points": {
    rule: "The claim is tried far out, one name after the other",
    sideCondition: "the assumptions admit the points",
  },
  descent: {
    rule: "The difference is followed down to its lowest points",
    sideCondition:
      "a point that is reached counts like any other; one that only seems to touch decides nothing",
  },
  "zero-of-difference": {
    rule: "A strict inequality is not shown where its sides are equal at a root of the difference",
    sideCondition: "nothing excludes the root",
  },
  "wave-phases": {
    rule: "Waves without a common period take every combination of phases, nearly",
    sideCondition: "their frequencies are linearly independent over the rationals",
  },
  "endless-growth": {
    rule: "A bound on sums that grow is followed by ever more terms",
    sideCondition: "where what is left may be used up, no bound is said to hold",
  },
  "integer-solutions": {
    rule: "Whether several integers solve an equation is not told by points",
    sideCondition: "real numbers solve it, far out, too",
  },
} as const;
