/** Changes that no test can notice, since nothing changes by them: the mutant's key, and why. */
export const equivalent = new Map<string, string>([]);
