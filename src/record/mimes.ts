/** Media type under which a derivation stands in a notebook. */
export const derivationMime = "application/vnd.rederive.derivation.v1+json";

/** Media types of derivations in a notebook: today's, and that of before records had a version. */
export const derivationMimes: readonly string[] = [
  derivationMime,
  "application/vnd.rederive.derivation+json",
];

/** Media type under which a summary of grades stands in a notebook. */
export const summaryMime = "application/vnd.rederive.summary+json";
