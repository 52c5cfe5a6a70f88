import { DerivationError } from "../tree/errors.js";

/**
 * Refuses a reason that is no text, an option of another name, items that are no numbers of an inventory, and an
 * expectation of anything but a refutation.
 *
 * @throws DerivationError with what is wrong
 */
export function checkOptions(
  id: string,
  because: unknown,
  options: unknown,
  keys: readonly string[],
): void {
  const refuse = (what: string, must: string, got: unknown) => {
    throw new DerivationError(`${id}: ${what} must ${must}, got ${JSON.stringify(got)}`);
  };
  if (typeof because !== "string") refuse("a reason", "be a text", because);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    refuse("options", `be an object with ${keys.join(", ")}`, options);
  }
  const strange = Object.keys(options as object).find((key) => !keys.includes(key));
  if (strange !== undefined) refuse("options", `only have ${keys.join(", ")}`, strange);
  const { items, expect } = options as { items?: unknown; expect?: unknown };
  const isNumber = (item: unknown) => Number.isInteger(item) && (item as number) >= 1;
  if (items !== undefined && !(Array.isArray(items) && items.every(isNumber))) {
    refuse("items", "be numbers of the inventory, integers >= 1", items);
  }
  if (expect !== undefined && expect !== "refuted") refuse("expect", 'be "refuted"', expect);
}
