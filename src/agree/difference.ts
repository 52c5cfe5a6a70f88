import type { DerivationJSON } from "../record/index.js";
import type { PrintedClaim } from "./claims.js";
import type { Graph } from "./graph.js";

/** Steps that a message writes out; the others are counted. */
const most = 3;

/** What the page says, what the derivation checked instead, and where the two part. */
export function difference(
  { left, relation, right, texts }: PrintedClaim,
  derivations: DerivationJSON[],
  graphs: Graph[],
): string {
  const known = new Set(
    graphs.flatMap(({ edges }) => edges.flatMap((edge) => [edge.left, edge.right])),
  );
  const strange = [left, right].flatMap((key, i) => (known.has(key) ? [] : [`\`${texts[i]}\``]));
  const parting = strange.length
    ? `${strange.join(" and ")} ${strange.length > 1 ? "stand" : "stands"} in no step`
    : `no steps lead from one side to the other by ${relation}`;
  const page = `${texts[0]} ${relation} ${texts[1]}`;
  return `the page says \`${page}\`, the derivation checked ${checked(derivations)}: ${parting}`;
}

function checked(derivations: DerivationJSON[]): string {
  const steps = derivations.flatMap(({ steps, errata }) => [
    ...steps,
    ...errata.map(({ corrected }) => corrected),
  ]);
  const shown = steps
    .slice(0, most)
    .map(({ lhs, relation, rhs }) => `\`${brief(rhs ? `${lhs} ${relation} ${rhs}` : lhs)}\``);
  const more = steps.length - shown.length;
  return [...shown, ...(more ? [`${more} more`] : [])].join(", ") || "nothing";
}

/** What a line of a terminal holds of one side of a step beside the others. */
const mostShown = 120;

const brief = (text: string): string =>
  text.length > mostShown ? `${text.slice(0, mostShown - 3)}...` : text;
