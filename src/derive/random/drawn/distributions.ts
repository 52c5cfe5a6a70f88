import { type Expr, negate, number, sumOf, times, treeKey } from "../../tree/expression.js";
import { Rational } from "../../../num/index.js";
import { type Atom, type RandomNames } from "../names.js";

/** One of finitely many things that may happen, with the value of each variable. */
export interface Outcome {
  weight: Expr;
  values: ReadonlyMap<string, Expr>;
}

/** A finite joint distribution, and how it is told. */
export interface Drawing {
  outcomes: Outcome[];
  /** What is drawn together. */
  blocks: { atoms: Atom[]; outcomes: Outcome[] }[];
}

type Values = readonly (readonly [value: number, weight: readonly [number, number]])[];

const half = [1, 2] as const;
const quarter = [1, 4] as const;

/** Distributions of one variable; their means and variances are whole numbers and squares where it can be. */
const single: readonly Values[] = [
  [
    [0, half],
    [2, half],
  ],
  [
    [-1, [4, 5]],
    [4, [1, 5]],
  ],
  [
    [1, half],
    [3, half],
  ],
  [
    [1, [4, 5]],
    [6, [1, 5]],
  ],
  [
    [-1, half],
    [1, half],
  ],
  [
    [0, half],
    [1, quarter],
    [3, quarter],
  ],
];

/** Values of several variables in three outcomes that they share. */
const shared: readonly (readonly number[])[] = [
  [0, 1, 3],
  [1, 2, 0],
  [2, 1, 5],
  [1, 3, 4],
];
const sharedWeights = [half, quarter, quarter];
/** Pairs that are uncorrelated and not independent: X and X^2, and another one. */
const pairs: readonly (typeof shared)[] = [
  [
    [0, -1, 1],
    [0, 1, 1],
  ],
  [
    [1, -4, 2],
    [2, 1, 0],
  ],
];

const rational = ([n, d]: readonly [number, number]): Expr =>
  number(Rational.of(BigInt(n), BigInt(d)));
const whole = (n: number): Expr => number(BigInt(n));

/** Finite joint distributions that the declarations admit. */
export function drawings(atoms: readonly Atom[], names: RandomNames): Drawing[] {
  const found: Drawing[] = [];
  for (let trial = 0; trial < single.length; trial++) {
    found.push(joined(atoms.map((atom, i) => [[atom], alone(atom, trial + i, trial, names)])));
  }
  const blocks = dependentBlocks(atoms, names);
  const isOwn = (block: readonly Atom[]) =>
    block.every(({ name }) => names.variables.get(name)!.distribution === undefined);
  const dependent = blocks.filter((block) => block.length > 1);
  if (dependent.length === 0 || !dependent.every(isOwn)) return found;
  const isApart = names.uncorrelated.length > 0;
  if (isApart && !dependent.every((block) => isPlainPair(block, names))) return found;
  const shareds = [0, 1].map((turn) =>
    joined(blocks.map((block, i) => [block, together(block, { turn, place: i }, names)])),
  );
  const same = joined(blocks.map((block) => [block, copies(block)]));
  return [...shareds, ...(isApart ? [] : [same]), ...found];
}

/** Two variables that need not be alike: they may be X and X^2, which are uncorrelated. */
const isPlainPair = (block: readonly Atom[], { variables }: RandomNames): boolean =>
  block.length === 2 && block.every(({ name }) => !hasLikes(name, variables));

/** The variables by blocks that need not be independent of each other. */
function dependentBlocks(atoms: readonly Atom[], names: RandomNames): Atom[][] {
  const each = atoms.map((atom) => [atom]);
  const said = names.independent.filter(
    (groups) =>
      atoms.filter(({ name }) => groups.some((group) => group.names.includes(name))).length > 1,
  );
  if (said.length > 1) return each;
  if (said.length === 0) return [[...atoms]];
  const blocks = new Map<string, Atom[]>();
  const [groups] = said;
  for (const atom of atoms) {
    // What is not spoken of may depend on anything; here it goes with the first.
    const place = Math.max(
      groups.findIndex(({ names: own }) => own.includes(atom.name)),
      0,
    );
    const row = groups[place].byRow && atom.kind === "index" ? atom.indices.map(treeKey) : [];
    const key = [place, ...row].join();
    blocks.set(key, [...(blocks.get(key) ?? []), atom]);
  }
  return [...blocks.values()];
}

/** @param own which distribution it has, where it need not be like another one's */
function alone(atom: Atom, own: number, trial: number, { variables }: RandomNames): Outcome[] {
  const { like, distribution, name } = variables.get(atom.name)!;
  const key = treeKey(atom);
  if (distribution) {
    const [p] = distribution.parameters;
    return [
      { weight: sumOf(number(1n), negate(p)), values: new Map([[key, whole(0)]]) },
      { weight: p, values: new Map([[key, whole(1)]]) },
    ];
  }
  const place = hasLikes(name, variables) ? trial + [...variables.keys()].indexOf(like) : own;
  return single[place % single.length].map(([value, weight]) => ({
    weight: rational(weight),
    values: new Map([[key, whole(value)]]),
  }));
}

/** Whether a variable or an entry has its distribution in common with others. */
export const hasLikes = (name: string, variables: RandomNames["variables"]): boolean =>
  variables.get(name)!.isAlike ||
  [...variables.values()].some(
    (one) => one.name !== one.like && [one.name, one.like].includes(name),
  );

/** Outcomes that variables share; those with one distribution are one variable. */
function together(
  block: readonly Atom[],
  { turn, place: own }: { turn: number; place: number },
  names: RandomNames,
): Outcome[] {
  const { variables, uncorrelated } = names;
  if (block.length === 1) return alone(block[0], turn + own, turn, names);
  const isApart = uncorrelated.some((all) => block.filter(({ name }) => all.has(name)).length > 1);
  const table = isApart ? pairs[turn] : shared;
  return sharedWeights.map((weight, outcome) => ({
    weight: rational(weight),
    values: new Map(
      block.map((atom, i) => {
        const { like, name } = variables.get(atom.name)!;
        const isLike = hasLikes(name, variables);
        const place = isLike ? [...variables.keys()].indexOf(like) : own + i;
        return [treeKey(atom), whole(table[(place + turn) % table.length][outcome])];
      }),
    ),
  }));
}

/** Variables that are one and the same. */
const copies = (block: readonly Atom[]): Outcome[] =>
  single[0].map(([value, weight]) => ({
    weight: rational(weight),
    values: new Map(block.map((atom) => [treeKey(atom), whole(value)])),
  }));

/** Independent blocks as one distribution. */
function joined(blocks: (readonly [readonly Atom[], Outcome[]])[]): Drawing {
  const outcomes = blocks.reduce<Outcome[]>(
    (all, [, next]) =>
      all.flatMap((one) =>
        next.map((two) => ({
          weight: product(one.weight, two.weight),
          values: new Map([...one.values, ...two.values]),
        })),
      ),
    [{ weight: number(1n), values: new Map() }],
  );
  return { outcomes, blocks: blocks.map(([atoms, own]) => ({ atoms: [...atoms], outcomes: own })) };
}

function product(one: Expr, two: Expr): Expr {
  if (one.kind === "number" && two.kind === "number") return number(one.value.mul(two.value));
  return times(one, two);
}
