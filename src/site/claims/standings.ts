import {
  agreementOf,
  type Evidence,
  evidenceOf,
  type Finding,
  type Held,
  type Made,
} from "../../agree/index.js";
import {
  fellOf,
  idPattern,
  type Notebook,
  recordsOf,
  boundProblems,
  taggedEquations,
} from "../../notebook/index.js";
import type { Context } from "../context/context.js";
import type { Verify } from "../types.js";

/** What a page may show of a notebook's derivations and beside its equations. */
export interface Standings {
  /** The equations, and every derivation as it was found, shown or not. */
  evidence(source: string): Evidence;
  /** How a display stands to its derivations; undefined where its tag is a number. */
  findingOf(tag: string, tex: string): Finding | undefined;
  /** Why no grade of the derivations with an id is shown; undefined where it is. */
  withheld(id: string): string | undefined;
  /** Tells what does not hold, what nothing was held against, and what the page has no place for. */
  report(context: Pick<Context, "cell" | "fail" | "unchecked" | "warn">): void;
}

const notShown =
  "stands where the page has no place for its badge; write it on lines of its own, outside lists, quotations and HTML";

/** Grades what a notebook stores again, and holds its equations against what is found. */
export function standingsOf(notebook: Notebook, verify: Verify): Standings {
  const made = madeIn(notebook, verify);
  const agreement = agreementOf(taggedEquations(notebook), made);
  const { held, problems, unchecked } = agreement;
  const derived = new Set(made.map(({ derivation: { id } }) => id));
  const alike = new Map<string, Held[]>();
  for (const one of held) {
    const key = keyOf(one.equation.tag, one.equation.tex);
    const others = alike.get(key);
    if (others) others.push(one);
    else alike.set(key, [one]);
  }
  const tagged = new Set(held.map(({ equation }) => equation.tag));
  const differing = new Set(
    held.flatMap(({ equation, finding }) => (finding.kind === "differs" ? [equation.tag] : [])),
  );
  const shown = new Set<Held>();
  return {
    evidence: (source) => evidenceOf(source, agreement, made),
    findingOf(tag, tex) {
      if (!idPattern.test(tag) && !derived.has(tag)) return undefined;
      const known = alike.get(keyOf(tag, tex)) ?? [];
      for (const one of known) shown.add(one);
      const next = known.length > 1 ? known.shift() : known[0];
      return next?.finding ?? { kind: "unchecked", why: "it is not a display of the notebook" };
    },
    withheld(id) {
      if (!tagged.has(id)) return "no grade: no equation has this id";
      return differing.has(id)
        ? "no grade: the equation with this id says something else"
        : undefined;
    },
    report(context) {
      const at = (cell: number, tell: () => void) => {
        context.cell = `cell ${cell}`;
        tell();
        context.cell = "";
      };
      for (const { cell, text } of fellOf(made)) {
        at(cell, () => context.fail(`a step failed: ${text}`));
      }
      for (const { cell, text } of [...problems, ...boundProblems(notebook)]) {
        at(cell, () => context.fail(text));
      }
      for (const { cell, text } of unchecked) at(cell, () => context.unchecked(text));
      for (const one of held) {
        const { tag, cell } = one.equation;
        if (shown.has(one) || one.finding.kind === "unchecked") continue;
        at(cell, () => context.warn(`${tag}: ${notShown}`));
      }
    },
  };
}

/** The page takes the space off that begins and ends a line in a list or a paragraph. */
const keyOf = (tag: string, tex: string): string =>
  `${tag}\n${tex.replace(/[ \t]*\n[ \t]*/g, "\n")}`;

function madeIn({ cells }: Notebook, verify: Verify): Made[] {
  return cells.flatMap((cell, i) => {
    const records = cell.cell_type === "code" ? recordsOf(cell) : [];
    const found = records.flatMap((record) => verify(record).derivation ?? []);
    return found.map((derivation) => ({ cell: i + 1, derivation }));
  });
}
