import { tensor } from "../../src/index.js";

/** The net's parameters from their numbers, as the reference data holds them. */
export const netParameters = (p: Record<string, number[]>) => ({
  w1: tensor(p.w1, [1, 1, 3, 3]),
  b1: tensor(p.b1, [1]),
  w2: tensor(p.w2, [1, 4]),
  b2: tensor(p.b2, [1]),
});
