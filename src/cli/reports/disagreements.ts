import { basename } from "node:path";
import { isDisagreement } from "../../derive/tree/disagreement.js";
import { type DerivationJSON, isDerivation } from "../../record/index.js";
import { madeDerivations } from "../../notebook/index.js";
import type { Report } from "../../run/index.js";

/** The same of the derivations that notebooks hold, each with its notebook. */
export function disagreements(reports: Report[]): string[] {
  return reports.flatMap(({ path, notebook }) =>
    madeDerivations(notebook).flatMap(({ derivation }) =>
      isDerivation(derivation)
        ? disagreementsOf(derivation).map((text) => `${basename(path)}: ${text}`)
        : [],
    ),
  );
}

/** Steps of which the prover and the second evaluator say the contrary: faults of the engine, to be reported. */
export function disagreementsOf({ id, steps, errata }: DerivationJSON): string[] {
  const all = [...steps, ...errata.flatMap(({ asWritten, corrected }) => [asWritten, corrected])];
  return all
    .filter(({ reason }) => isDisagreement(reason))
    .map(({ lhs, relation, rhs, reason }) => `${id}: \`${lhs} ${relation} ${rhs}\`: ${reason}`);
}
