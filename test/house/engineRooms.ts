import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/derive from the ground up: each may import those above it in this list, types included. */
export const engineRooms: InnerRoom[] = [
  { name: "tree", files: /^tree\// },
  { name: "reading", files: /^read\// },
  {
    name: "numbers",
    files: /^(evaluate\/(value|interval|integerRoots|arcs|special\/.*)|roots\/.*)$/,
  },
  // The second opinion.
  {
    name: "oracle's numbers",
    files: /^oracle\/numbers\//,
    mutual: "a long number is enclosed by elementary functions, and these by long numbers",
  },
  { name: "oracle's claim", files: /^oracle\/claim\// },
  {
    name: "oracle's values",
    files: /^oracle\/evaluate\//,
    mutual: "an integral is evaluated inside an expression, and expressions inside an integral",
  },
  { name: "oracle's points", files: /^oracle\/points\// },
  { name: "oracle's matrices", files: /^oracle\/matrices\// },
  { name: "oracle", files: /^oracle\// },
  // Calculation.
  {
    name: "ring",
    files: /^form\/ring\//,
    mutual: "a form is made of atoms of a ring, and an atom of forms",
  },
  {
    name: "algebra",
    files: /^form\/(?!normalForm|tryForm|engine)/,
    mutual: "the kinds of atoms take the context, which knows all kinds",
  },
  { name: "signs", files: /^signs\// },
  {
    name: "powers",
    files: /^functions\//,
    mutual: "a root is taken of absolute values and numbers, and these have roots and logarithms",
  },
  { name: "what functions share", files: /^library\/shared\// },
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
  { name: "normal form", files: /^form\// },
  {
    name: "evaluation",
    files: /^evaluate\/(evaluate|differentiate|closedIntegral|probabilityAt)$/,
    mutual: "a probability is a sum over the weights of a point, which are those of an evaluation",
  },
  { name: "laws", files: /^random\/laws\// },
  { name: "what depends", files: /^dependence\/(seen|declared|convention)$/ },
  { name: "assumptions", files: /^assumptions\// },
  { name: "points", files: /^evaluate\// },
  { name: "matrices", files: /^meanings\/(matrices|occurrences|transposes|imaginary)$/ },
  // LaTeX.
  {
    name: "TeX: tokens and names",
    files: /^tex\/reading\//,
    mutual: "what is printed over itself is watched token by token",
  },
  {
    name: "TeX: writing",
    files: /^tex\/write\//,
    mutual: "an expression is written by its parts",
  },
  { name: "TeX: layout", files: /^tex\/layout\// },
  { name: "TeX: scripts", files: /^tex\/scripts\// },
  { name: "TeX: symbols", files: /^tex\/symbols\// },
  {
    name: "TeX: factors",
    files: /^tex\/(factors|heads|ellipsis)\//,
    mutual: "what begins a factor depends on an integral that waits for its dx",
  },
  {
    name: "TeX: statements",
    files: /^tex\/(statements|commuting|binding)\//,
    mutual: "whether the products of a statement commute is asked of a statement as it is read",
  },
  { name: "TeX", files: /^tex\// },
  { name: "notation", files: /^notation\// },
  // Decision.
  { name: "decision: conditions", files: /^decide\/conditions\// },
  { name: "decision: solving", files: /^decide\/solve\// },
  { name: "decision", files: /^decide\// },
  { name: "certificates", files: /^inequalities\/certificates\// },
  { name: "inequalities", files: /^inequalities\// },
  {
    name: "dependence",
    files: /^dependence\//,
    mutual: "what depends is decided by eliminating it, and then decided again",
  },
  { name: "meanings", files: /^meanings\// },
  { name: "symbolic matrices: sizes", files: /^matrices\/sizes\// },
  { name: "symbolic matrices: sums of products", files: /^matrices\/terms\// },
  {
    name: "symbolic matrices: what is done with them",
    files: /^matrices\/tensors\//,
    mutual: "an operation is taken of expressions, and an expression is made by operations",
  },
  { name: "symbolic matrices", files: /^matrices\// },
  { name: "drawn distributions", files: /^random\/(names|operators|drawn\/.*)$/ },
  {
    name: "moments",
    files: /^random\/(terms|moments\/.*)$/,
    mutual: "a moment of a normal variable is made of other moments",
  },
  { name: "random variables", files: /^random\// },
  { name: "opinion", files: /^opinion\// },
  { name: "tensor", files: /^tensor\// },
  { name: "given", files: /^given\// },
  { name: "records", files: /^records\/(?!regrade|verify)/ },
  { name: "definitions", files: /^definitions\// },
  { name: "steps", files: /^steps\// },
  {
    name: "derivation",
    files: /^derivation\//,
    mutual: "a maximum is a step of a derivation, and is graded by one",
  },
  { name: "claims", files: /^claims\// },
  { name: "regrading", files: /^records\// },
  { name: "index", files: /^index$/ },
];
