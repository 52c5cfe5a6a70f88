const words = "two evaluations disagree";

/** Why nothing is claimed where the prover and the second evaluator contradict each other. */
export const disagreement = (grade: string, what: string): string =>
  `${words}: one finds the claim ${grade}, by the other ${what}; please report this claim`;

/** Whether a reason says so: a fault to be reported. */
export const isDisagreement = (reason: string | null | undefined): boolean =>
  reason?.includes(words) ?? false;
