import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/derive from the ground up: each may import those above it in this list, types included. */
export const engineRooms: InnerRoom[] = [
  {
    name: "tree",
    files:
      /^(expression|names|text|constants|errors|work|lengths|range|bounded|capture|types|checkId|checkOptions|disagreement|printed)$/,
  },
  { name: "reading", files: /^(read\/.*|parse)$/ },
  { name: "numbers", files: /^(evaluate\/(value|interval|cubeRoot)|roots\/.*)$/ },
  {
    name: "oracle",
    files: /^oracle\//,
    mutual: "an integral is evaluated inside an expression, and expressions inside an integral",
  },
  {
    name: "algebra",
    files: /^form\/(?!normalForm|tryForm)/,
    mutual: "a form is made of atoms of a ring, and an atom of forms; their kinds take the context",
  },
  { name: "signs", files: /^signs\// },
  {
    name: "powers",
    files: /^functions\//,
    mutual: "a root is taken of absolute values and numbers, and these have roots and logarithms",
  },
  { name: "library", files: /^library\// },
  {
    name: "sums",
    files: /^sums\//,
    mutual: "a term of a sum may be a sum that is shifted or nested",
  },
  {
    name: "integrals",
    files: /^integrals\//,
    mutual: "a part of an integral is an integral: over a half of its range, or in another order",
  },
  { name: "atoms", files: /^atoms\// },
  { name: "normal form", files: /^(form\/(normalForm|tryForm)|engine)$/ },
  {
    name: "evaluation",
    files: /^evaluate\/(evaluate|differentiate|closedIntegral|probabilityAt)$/,
    mutual: "a probability is a sum over the weights of a point, which are those of an evaluation",
  },
  { name: "what depends", files: /^dependence\/(seen|declared|convention)$/ },
  { name: "assumptions", files: /^(assumptions|statedNames|declarations\/.*)$/ },
  { name: "points", files: /^evaluate\// },
  { name: "matrices", files: /^meanings\/(matrices|occurrences|transposes|imaginary)$/ },
  {
    name: "tex",
    files: /^tex\//,
    mutual: "an expression is written by its parts, and read by its parts",
  },
  { name: "notation", files: /^(latex|relation|toMathjs|chain)$/ },
  { name: "decision", files: /^decide\// },
  {
    name: "dependence",
    files: /^dependence\//,
    mutual: "what depends is decided by eliminating it, and then decided again",
  },
  { name: "meanings", files: /^meanings\// },
  { name: "second opinion", files: /^(decide|secondOpinion)$/ },
  { name: "tensor", files: /^tensor\// },
  { name: "given", files: /^given\// },
  { name: "records", files: /^records\/(?!regrade|verify)/ },
  {
    name: "derivation",
    files: /^(?!index$)[^/]+$/,
    mutual: "a maximum is a step of a derivation, and is graded by one",
  },
  { name: "claims", files: /^claims\// },
  { name: "regrading", files: /^records\// },
  { name: "index", files: /^index$/ },
];
