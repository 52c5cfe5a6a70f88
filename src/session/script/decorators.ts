import { usingCtx } from "./disposal.js";

type Decorator = (...args: unknown[]) => unknown;

/**
 * Applies decorators as TypeScript's `experimentalDecorators` means them, the last one first. The compiled code of
 * a decorated class calls it under the name `babelHelpers.decorate`.
 *
 * @param descriptor a member's property descriptor; null to look it up, undefined for a field
 */
function decorate(
  decorators: Decorator[],
  target: object,
  key?: string | symbol,
  descriptor?: PropertyDescriptor | null,
): unknown {
  if (key === undefined) {
    return decorators.reduceRight<unknown>((type, one) => one(type) ?? type, target);
  }
  const member = descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor;
  const result = decorators.reduceRight<unknown>(
    (value, one) => one(target, key, value) ?? value,
    member,
  ) as PropertyDescriptor | undefined;
  if (member && result) Object.defineProperty(target, key, result);
  return result;
}

/** What compiled code expects to find as `babelHelpers`. */
export const babelHelpers = {
  decorate,
  decorateParam: (index: number, decorator: Decorator) => (target: unknown, key: unknown) =>
    decorator(target, key, index),
  decorateMetadata: () => () => {},
  usingCtx,
};
