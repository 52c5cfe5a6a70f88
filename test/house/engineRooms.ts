import { dirname, join } from "node:path/posix";
import { imports } from "./syntax.js";

interface EngineRoom {
  name: string;
  /** Its files, by their paths in src/derive without `.ts`; of two rooms that match, the first one has a file. */
  files: RegExp;
  /** Why some of its files import each other. */
  mutual?: string;
}

/** The rooms of src/derive from the ground up: each may import those above it in this list, types included. */
const engineRooms: EngineRoom[] = [
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

/** Files that may import each other within a room. */
const mostMutual = 5;
const folder = "src/derive/";

const placeOf = (path: string): number =>
  engineRooms.findIndex(({ files }) => files.test(path.slice(folder.length, -".ts".length)));

/** What breaks the order of the engine's rooms, or goes round in a circle, one sentence each. */
export function engineProblems(files: Map<string, string>): string[] {
  const own = [...files].filter(([path]) => path.startsWith(folder));
  const edges = new Map(
    own.map(([path, text]) => [
      path,
      imports(text)
        .map(({ from }) => join(dirname(path), from).replace(/\.js$/, ".ts"))
        .filter((target) => target.startsWith(folder) && files.has(target)),
    ]),
  );
  const problems: string[] = [];
  for (const [path, targets] of edges) {
    const here = placeOf(path);
    if (here < 0) problems.push(`${path}: stands in no room of the engine`);
    for (const target of targets) {
      if (here < 0 || placeOf(target) <= here) continue;
      const [name, other] = [here, placeOf(target)].map((place) => engineRooms[place].name);
      problems.push(`${path}: the room ${name} may not import ${target}, of ${other}`);
    }
  }
  for (const circle of circles(edges)) {
    const rooms = [...new Set(circle.map(placeOf))].map((place) => engineRooms[place]);
    if (rooms.length > 1) continue; // named above
    if (circle.length > mostMutual || !rooms[0]?.mutual)
      problems.push(`${circle.join(", ")}: import each other`);
  }
  return problems;
}

/** Sets of files that reach each other: the strongly connected components of more than one file, by Tarjan. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const target of edges.get(path) ?? []) {
      if (!index.has(target)) visit(target);
      else if (!stack.includes(target)) continue;
      low.set(path, Math.min(low.get(path)!, low.get(target)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return found;
}
