/** A cell that runs in no time, and whose types take the compiler minutes: each of its lines builds a union anew. */
export const slowTypes = [
  'type Words<N extends 0[], W extends string> = N["length"] extends 18',
  "  ? W",
  "  : Words<[...N, 0], `${W}l`> | Words<[...N, 0], `${W}r`>;",
  ...Array.from({ length: 60 }, (_, i) => `let words${i}: Words<[], "${i}"> | undefined;`),
  "words0",
].join("\n");
