import { checkFinite, checkInteger, checkPositive, refuseValue } from "./check.js";
import { shapeSize, Tensor } from "./tensor.js";

/** A stream of pseudo-random numbers; the same seed gives the same stream everywhere. */
export interface Random {
  /** The next 32 bits, an integer from 0 to 2^32 - 1. */
  bits(): number;
  /** A double uniform on [low, high); [0, 1) unless given. */
  uniform(low?: number, high?: number): number;
  /** An integer uniform on low ... high, both included. */
  integer(low: number, high: number): number;
  /** A double from the normal distribution with that mean and standard deviation. */
  normal(mean?: number, sd?: number): number;
  /** A tensor of such normal entries, drawn in row-major order. */
  normalTensor(shape: readonly number[], sd?: number): Tensor;
}

/**
 * The project's only source of randomness: xoshiro128**, its state filled from the seed by SplitMix32.
 *
 * @source Blackman and Vigna (2021), Scrambled linear pseudorandom number generators
 * @param seed an integer from 0 to 2^32 - 1
 */
export function random(seed: number): Random {
  let counter = checkInteger("random", "seed", seed, { min: 0, max: 2 ** 32 - 1 });
  const state = Uint32Array.from({ length: 4 }, () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    return mix32(counter);
  });
  const bits = () => xoshiro(state);
  // 26 + 27 bits fill the 53 of a double.
  const unit = () => ((bits() >>> 6) * 2 ** 27 + (bits() >>> 5)) / 2 ** 53;

  const uniform = (low = 0, high = 1) => {
    checkFinite("random.uniform", "low", low);
    if (checkFinite("random.uniform", "high", high) <= low) {
      refuseValue("random.uniform", "high", `be > ${low}`, high);
    }
    const value = low + (high - low) * unit();
    return value < high ? value : low; // rounding may reach high, which does not belong
  };
  const integer = (low: number, high: number) => {
    checkInteger("random.integer", "low", low);
    checkInteger("random.integer", "high", high, { min: low });
    return low + Math.floor(unit() * (high - low + 1));
  };
  const normal = (mean = 0, sd = 1) => {
    checkFinite("random.normal", "mean", mean);
    checkPositive("random.normal", "sd", sd);
    return mean + sd * polar(unit);
  };
  const normalTensor = (shape: readonly number[], sd = 1) => {
    const size = shapeSize("random.normalTensor", "shape", shape);
    return new Tensor(
      Float64Array.from({ length: size }, () => normal(0, sd)),
      [...shape],
    );
  };
  return { bits, uniform, integer, normal, normalTensor };
}

/** One standard normal number by Marsaglia's polar method; its twin is dropped, so that the stream has no hidden half. */
function polar(unit: () => number): number {
  for (;;) {
    const u = 2 * unit() - 1;
    const v = 2 * unit() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Advances the state by one step of xoshiro128** and gives its 32 bits. */
export function xoshiro(state: Uint32Array): number {
  const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
  const carry = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= carry;
  state[3] = rotate(state[3], 11);
  return result;
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function mix32(counter: number): number {
  let bits = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
