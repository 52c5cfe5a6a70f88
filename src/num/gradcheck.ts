import { checkFinite, checkFunction, checkKeys, checkPositive } from "./check.js";
import { checkTensor, Tensor, tensor, type TensorLike } from "./tensor.js";

/** What a gradient check found. */
export interface GradientReport {
  /** Whether every entry agrees. */
  ok: boolean;
  /** The entry that agrees least. */
  worst: {
    /** Position in the flat data. */
    index: number;
    analytic: number;
    numeric: number;
    /** `|analytic - numeric| / max(1, |analytic|, |numeric|)`. */
    error: number;
  };
  /** How many entries were tried. */
  entries: number;
}

/**
 * Compares a gradient with central differences, entry by entry.
 *
 *     df/dx_i ~ (f(x + h e_i) - f(x - h e_i)) / (2h)
 *
 * @param f gives one number for a tensor of the shape of `x`
 * @param x where the gradient is taken; a list counts as a vector
 * @param gradient the analytic gradient, as many entries as `x`
 * @param options `step` is h for |x_i| <= 1 and grows with |x_i|: 6e-6, the cube root of a double's
 *   rounding, balances truncation against rounding; `tolerance` bounds the error and is 1e-7, what
 *   that step leaves of a smooth f of moderate size with two digits to spare
 * @throws TypeError or RangeError if an argument is of the wrong kind, shape or range, or f is not finite nearby
 */
export function gradcheck(
  f: (x: Tensor) => number,
  x: TensorLike | ArrayLike<number>,
  gradient: TensorLike | ArrayLike<number>,
  options: { step?: number; tolerance?: number } = {},
): GradientReport {
  checkFunction("gradcheck", "f", f);
  checkKeys("gradcheck", "options", options, ["step", "tolerance"]);
  const step = checkPositive("gradcheck", "step", options.step ?? 6e-6);
  const tolerance = checkPositive("gradcheck", "tolerance", options.tolerance ?? 1e-7);
  const point = asTensor("x", x);
  const analytic = asTensor("gradient", gradient).data;
  checkTensor("gradcheck", "gradient", new Tensor(analytic, [analytic.length]), [
    point.data.length,
  ]);

  let worst = { index: 0, analytic: analytic[0], numeric: NaN, error: -1 };
  for (let index = 0; index < point.data.length; index++) {
    const numeric = centralDifference(f, point, index, step);
    const scale = Math.max(1, Math.abs(analytic[index]), Math.abs(numeric));
    const difference = Math.abs(analytic[index] - numeric) / scale;
    const error = Number.isNaN(difference) ? Infinity : difference; // a NaN gradient agrees with nothing
    if (error > worst.error) worst = { index, analytic: analytic[index], numeric, error };
  }
  return { ok: worst.error <= tolerance, worst, entries: point.data.length };
}

function centralDifference(
  f: (x: Tensor) => number,
  point: Tensor,
  index: number,
  step: number,
): number {
  const here = point.data[index];
  const h = step * Math.max(1, Math.abs(here));
  const up = here + h;
  const down = here - h;
  const [above, below] = [up, down].map((value) => {
    const moved = Float64Array.from(point.data);
    moved[index] = value;
    return checkFinite(
      "gradcheck",
      `f at x[${index}] = ${value}`,
      f(new Tensor(moved, point.shape)),
    );
  });
  return (above - below) / (up - down); // the step that was made, not the one that was asked for
}

function asTensor(name: string, value: TensorLike | ArrayLike<number>): Tensor {
  if (typeof value === "object" && value !== null && "shape" in value) {
    const { data, shape } = checkTensor("gradcheck", name, value);
    return new Tensor(data, shape);
  }
  return tensor(value);
}
