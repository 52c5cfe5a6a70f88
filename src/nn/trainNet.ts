import { checkInteger, checkKeys, checkPositive, refuseKind, refuseValue } from "../num/check.js";
import { type Tensor, zeros } from "../num/tensor.js";
import { checkParameters, netBackward, type NetParameters, netShapes } from "./net.js";

/** An image with its label. */
export interface Example {
  /** [1, 1, 6, 6] */
  X: Tensor;
  /** From 0 to 1. */
  y: number;
}

/** How a training went. */
export interface Training {
  /** The parameters after the last step. */
  parameters: NetParameters;
  /** The mean loss before each step. */
  losses: number[];
}

const names = Object.keys(netShapes) as (keyof NetParameters)[];

/**
 * Gradient descent of the notes' net on the mean loss over all examples.
 *
 *     theta <- theta - rate dL/dtheta
 *
 * @source the notes, lines A85-A89
 * @param examples inputs with their labels, at least one
 * @param initial parameters to begin with, as initialParameters gives them; they are not changed
 * @param options rate > 0; steps, an integer >= 0
 * @throws TypeError or RangeError if an argument is of the wrong kind, shape or range
 */
export function trainNet(
  examples: readonly Example[],
  initial: NetParameters,
  options: { rate: number; steps: number },
): Training {
  const fn = "trainNet";
  if (!Array.isArray(examples)) refuseKind(fn, "examples", "be an array", examples);
  if (examples.length === 0) refuseValue(fn, "examples", "hold at least one example", examples);
  checkParameters(fn, initial);
  checkKeys(fn, "options", options, ["rate", "steps"]);
  const rate = checkPositive(fn, "rate", options.rate);
  const steps = checkInteger(fn, "steps", options.steps, { min: 0 });
  let parameters = initial;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { loss, gradients } = meanGradient(examples, parameters);
    losses.push(loss);
    parameters = descended(parameters, gradients, rate);
  }
  return { parameters, losses };
}

/** Mean loss over the examples and its gradient by every parameter. */
function meanGradient(examples: readonly Example[], parameters: NetParameters) {
  let loss = 0;
  const gradients = zeroParameters();
  for (const { X, y } of examples) {
    const one = netBackward(X, y, parameters);
    loss += one.loss / examples.length;
    for (const name of names) {
      one[name].data.forEach((gradient, at) => {
        gradients[name].data[at] += gradient / examples.length;
      });
    }
  }
  return { loss, gradients };
}

function descended(parameters: NetParameters, gradients: NetParameters, rate: number) {
  const next = zeroParameters();
  for (const name of names) {
    next[name].data.set(
      parameters[name].data.map((value, at) => value - rate * gradients[name].data[at]),
    );
  }
  return next;
}

function zeroParameters(): NetParameters {
  const [w1, b1, w2, b2] = names.map((name) => zeros(netShapes[name]));
  return { w1, b1, w2, b2 };
}
