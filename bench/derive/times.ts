/** Milliseconds by the id of a claim, one for each round. */
export type Times = Map<string, number[]>;

/** What one set of claims took, by its ids; SymPy's only where it proves the claim, too. */
export interface Measured {
  /** With the second opinion, as all grades are published, and without it. */
  engine: Times;
  alone: Times;
  cancel: Times;
  simplify: Times;
}

export const note = (times: Times, id: string, ms: number): Times =>
  times.set(id, [...(times.get(id) ?? []), ms]);

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1];

/** The medians of some claims, together. */
export const total = (times: Times, ids: Iterable<string>): number =>
  [...ids].reduce((sum, id) => sum + median(times.get(id)!), 0);
