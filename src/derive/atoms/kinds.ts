import type { Kinds } from "../form/kinds.js";
import { absolute } from "./absolute.js";
import { call } from "./call.js";
import { joint, pi, prime } from "./constants.js";
import { cubeRoot } from "./cubeRoot.js";
import { entry } from "./entry.js";
import { exponential } from "./exponential.js";
import { integral } from "./integral.js";
import { logarithm } from "./logarithm.js";
import { power } from "./power.js";
import { product } from "./product.js";
import { root } from "./root.js";
import { sum } from "./sum.js";
import { symbol } from "./symbol.js";

/** What each kind of atom knows of itself. */
export const kinds: Kinds = {
  symbol,
  pi,
  prime,
  index: entry,
  exp: exponential,
  log: logarithm,
  abs: absolute,
  root,
  cbrt: cubeRoot,
  power,
  sum,
  prod: product,
  integral,
  call,
  joint,
};
