import { library } from "../../src/derive/library/library.js";
import { namedTogether, wordsTogether } from "./namedTogether.js";

/** So many of the library's functions named together are a table of functions. */
const fewest = 3;

/** Files of the engine that name functions for something that is no property of a function, and what that is. */
const others: Record<string, string> = {
  "src/derive/atoms/kinds.ts": "kinds of atoms, some of which are called as their functions are",
  "src/derive/complex/parts/functions.ts":
    "functions by the real and the imaginary part of what they are taken of",
  "src/derive/complex/split.ts": "functions of which a complex number has several branches",
  "src/derive/decide/descent/guides.ts":
    "functions so steep that a difference is flat but for a few places",
  "src/derive/decide/points/edges.ts": "the edges at which points are tried first",
  "src/derive/decide/phases/waves.ts": "what repeats, and what keeps a wave a wave",
  "src/derive/decide/solve/solve.ts": "the steps by which an equation is solved for a name",
  "src/derive/evaluate/interval.ts": "the enclosures with which the library's values are computed",
  "src/derive/form/ring/ring.ts": "kinds of atoms, as above",
  "src/derive/functions/smoothPowers.ts": "which powers of functions with a corner are smooth",
  "src/derive/integrals/waves.ts":
    "products of exponentials, sines and cosines, and the rules for them",
  "src/derive/limits/expLog.ts":
    "functions that have no expansion of their own near a place, and those that make it up",
  "src/derive/limits/series/expand.ts": "the rules by which a power series is taken of a series",
  "src/derive/limits/series/expandCall.ts": "the same for functions beside roots and logarithms",
  "src/derive/matrices/tensors/numbers.ts":
    "functions that are powers of entries, or that take products of entries apart",
  "src/derive/meanings/imaginary.ts":
    "functions inside which i is a count, or beside which it is the imaginary unit",
  "src/derive/signs/comparison.ts": "kinds of atoms, as above",
  "src/derive/signs/constants.ts": "kinds of atoms that are constants, and waves of constants",
  "src/derive/tex/factors/functions.ts":
    "notations of a command beside its arguments: a base, a set, an exponent before them",
  "src/derive/tex/factors/products.ts":
    "the commands at which the argument of a function without parentheses ends",
  "src/derive/tex/symbols/bracketed.ts": "commands after which brackets hold no index",
  "src/derive/tex/symbols/letterRuns.ts": "words that letters without a command may spell",
  "src/derive/tex/scripts/subscripts.ts":
    "words below a letter: the largest and the smallest value, and that of an experiment",
};

/** Tables of functions outside the library, one sentence each: what is known of a function stands in its own file. */
export function functionTables(files: Map<string, string>): string[] {
  return [...files]
    .filter(([path]) => path.startsWith("src/") && !isApart(path) && !(path in others))
    .flatMap(([path, text]) =>
      [...namedTogether(text), ...wordsTogether(text).filter(isNoProse)]
        .map((names) => [...new Set(names)].filter((name) => library.has(name)))
        .filter((names) => names.length >= fewest)
        .map((names) => `${path}: ${names.join(", ")} belong to src/derive/library, a file each`)
        .filter((problem, i, all) => all.indexOf(problem) === i),
    );
}

/** Whether at least half of some words are functions. */
const isNoProse = (words: string[]) =>
  2 * words.filter((word) => library.has(word)).length >= words.length;

/** The library itself, and the second opinion, which must not ask it. */
const isApart = (path: string) => /^src\/derive\/(library|oracle)\//.test(path);
