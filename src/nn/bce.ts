import { checkFinite, refuseValue } from "../num/check.js";
import { sigmoid } from "./sigmoid.js";

/**
 * Binary cross-entropy of a predicted probability.
 *
 *     L = -y log(yHat) - (1 - y) log(1 - yHat)
 *
 * @eq nn.bce
 * @source the notes, line A75
 * @param yHat the predicted probability of label 1, above 0 and below 1
 * @param y the label, from 0 to 1
 * @returns nats, >= 0
 * @throws RangeError if an argument is out of range; where yHat rounds to 0 or 1, bceWithLogits still works
 */
export function bce(yHat: number, y: number): number {
  checkProbability("bce", yHat);
  checkLabel("bce", y);
  return -y * Math.log(yHat) - (1 - y) * Math.log1p(-yHat);
}

/**
 * Gradient of the binary cross-entropy by the predicted probability.
 *
 *     dL/dyHat = -y / yHat + (1 - y) / (1 - yHat) = (yHat - y) / (yHat (1 - yHat))
 *
 * @eq nn.bce-grad
 * @source the first factor of the notes' chain, line A89
 * @param yHat the predicted probability, as bce's
 * @param y the label, from 0 to 1
 * @throws RangeError as bce
 */
export function bceBackward(yHat: number, y: number): number {
  checkProbability("bceBackward", yHat);
  checkLabel("bceBackward", y);
  return (yHat - y) / (yHat * (1 - yHat));
}

/**
 * Binary cross-entropy from the logit z, right also where sigma(z) rounds to 0 or 1.
 *
 *     L = -log(yHat^y (1 - yHat)^(1 - y)), yHat = sigma(z);    L = max(z, 0) - y z + log(1 + e^-|z|)
 *
 * @eq nn.bce-likelihood
 * @source the notes, line A75; PyTorch's binary_cross_entropy_with_logits
 * @param z the logit, finite
 * @param y the label, from 0 to 1
 * @returns nats, >= 0
 */
export function bceWithLogits(z: number, y: number): number {
  checkFinite("bceWithLogits", "z", z);
  checkLabel("bceWithLogits", y);
  // max(z, 0) - y z, written so that it does not cancel
  const linear = z > 0 ? (1 - y) * z : -y * z;
  return Math.log1p(Math.exp(-Math.abs(z))) + linear;
}

/**
 * Gradient of the binary cross-entropy by its logit.
 *
 *     dL/dz = sigma(z) - y
 *
 * @source the product of the first two factors of the notes' chain, line A89
 * @param z the logit, any finite number
 * @param y the label, from 0 to 1
 * @returns from -1 to 1
 */
export function bceWithLogitsBackward(z: number, y: number): number {
  checkFinite("bceWithLogitsBackward", "z", z);
  checkLabel("bceWithLogitsBackward", y);
  // sigma(z) - y, written so that it does not cancel where sigma(z) is close to y = 1
  return (1 - y) * sigmoid(z) - y * sigmoid(-z);
}

function checkProbability(fn: string, yHat: number): void {
  checkFinite(fn, "yHat", yHat);
  if (yHat <= 0 || yHat >= 1) refuseValue(fn, "yHat", "be above 0 and below 1", yHat);
}

function checkLabel(fn: string, y: number): void {
  checkFinite(fn, "y", y);
  if (y < 0 || y > 1) refuseValue(fn, "y", "be from 0 to 1", y);
}
