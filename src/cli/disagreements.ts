import { basename } from "node:path";
import { isDerivation } from "../agree/index.js";
import { isDisagreement } from "../derive/disagreement.js";
import { madeDerivations } from "../notebook/index.js";
import type { Report } from "../run/index.js";

/** Steps of which the prover and the second evaluator say the contrary: faults of the engine, to be reported. */
export function disagreements(reports: Report[]): string[] {
  return reports.flatMap(({ path, notebook }) =>
    madeDerivations(notebook).flatMap(({ derivation }) => {
      if (!isDerivation(derivation)) return [];
      const { id, steps, errata } = derivation;
      const all = [
        ...steps,
        ...errata.flatMap(({ asWritten, corrected }) => [asWritten, corrected]),
      ];
      return all
        .filter(({ reason }) => isDisagreement(reason))
        .map(
          ({ lhs, relation, rhs, reason }) =>
            `${basename(path)}: ${id}: \`${lhs} ${relation} ${rhs}\`: ${reason}`,
        );
    }),
  );
}
