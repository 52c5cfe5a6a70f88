/** Limits of an integer argument; both ends belong to the range. */
export interface IntegerRange {
  min?: number;
  max?: number;
}

/** Elements of a list that a message shows: enough to see what it is. */
const mostShown = 6;

/** A value as an error message shows it: short, and never empty. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostShown).map(describe);
    return `[${shown.join(", ")}${value.length > mostShown ? ", ..." : ""}]`;
  }
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`;
  if (typeof value === "object" && value !== null) {
    const plain = !value.toString || value.toString === Object.prototype.toString;
    return plain ? "an object" : String(value);
  }
  return String(value);
}

/** The one form of an argument error: `<function>: <argument> must <condition>, got <value>`. */
export function argumentMessage(fn: string, name: string, condition: string, got: unknown): string {
  return `${fn}: ${name} must ${condition}, got ${describe(got)}`;
}

/** Throws the RangeError that says which value is out of range. */
export function refuseValue(fn: string, name: string, condition: string, got: unknown): never {
  throw new RangeError(argumentMessage(fn, name, condition, got));
}

/** Throws the TypeError that says which argument is of the wrong kind. */
export function refuseKind(fn: string, name: string, condition: string, got: unknown): never {
  throw new TypeError(argumentMessage(fn, name, condition, got));
}

/** Gives back `value` if it is an integer in the range, and refuses it by name otherwise. */
export function checkInteger(
  fn: string,
  name: string,
  value: unknown,
  range: IntegerRange = {},
): number {
  const condition = `be an integer${rangeText(range)}`;
  if (typeof value !== "number") return refuseKind(fn, name, condition, value);
  const { min = -Infinity, max = Infinity } = range;
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    refuseValue(fn, name, condition, value);
  }
  return value;
}

function rangeText({ min, max }: IntegerRange): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` >= ${min}`;
  return max === undefined ? "" : ` <= ${max}`;
}

/** Gives back `value` if it is a finite number, and refuses it by name otherwise. */
export function checkFinite(fn: string, name: string, value: unknown): number {
  if (typeof value !== "number") return refuseKind(fn, name, "be a finite number", value);
  if (!Number.isFinite(value)) refuseValue(fn, name, "be a finite number", value);
  return value;
}

/** Gives back `value` if it is a finite number > 0, and refuses it by name otherwise. */
export function checkPositive(fn: string, name: string, value: unknown): number {
  if (typeof value !== "number") return refuseKind(fn, name, "be a finite number > 0", value);
  if (!Number.isFinite(value) || value <= 0) refuseValue(fn, name, "be a finite number > 0", value);
  return value;
}

/** Gives back `value` if it is a boolean, and refuses it by name otherwise. */
export function checkBoolean(fn: string, name: string, value: unknown): boolean {
  if (typeof value !== "boolean") refuseKind(fn, name, "be true or false", value);
  return value as boolean;
}

/** Gives back `value` if it is a function, and refuses it by name otherwise. */
export function checkFunction<T>(fn: string, name: string, value: T): T {
  if (typeof value !== "function") refuseKind(fn, name, "be a function", value);
  return value;
}

/** Refuses an argument that is no object, and a key that is not among `allowed`: a misspelt option is an error. */
export function checkKeys(
  fn: string,
  name: string,
  value: unknown,
  allowed: readonly string[],
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuseKind(fn, name, `be an object with ${allowed.join(", ")}`, value);
  }
  for (const key of Object.keys(value as object)) {
    if (!allowed.includes(key)) refuseKind(fn, name, `only have ${allowed.join(", ")}`, key);
  }
}

/** Refuses two shapes that should agree and do not. */
export function checkShape(
  fn: string,
  name: string,
  shape: readonly number[],
  expected: readonly number[],
): void {
  if (shape.length !== expected.length || shape.some((size, axis) => size !== expected[axis])) {
    refuseValue(fn, `${name}.shape`, `be ${describe([...expected])}`, [...shape]);
  }
}
