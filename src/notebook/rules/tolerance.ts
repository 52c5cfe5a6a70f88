/** By how much a new number may differ from the stored one: it is near if either bound allows it. */
export interface Tolerance {
  /** Part of the larger of the two numbers. */
  relative: number;
  absolute: number;
  /** Why it is allowed. */
  reason?: string;
}

/** Numbers must be equal. */
export const exact: Tolerance = { relative: 0, absolute: 0 };

/** Whether two numbers are near each other. */
export function isNear(left: number, right: number, { relative, absolute }: Tolerance): boolean {
  if (left === right) return true;
  const difference = Math.abs(left - right);
  return (
    difference <= absolute || difference <= relative * Math.max(Math.abs(left), Math.abs(right))
  );
}

/**
 * A tolerance as it is written: a number stands for both bounds, so that it is relative to the larger number and at least
 * to 1; undefined for what is none.
 */
export function toleranceOf(written: unknown): Tolerance | undefined {
  const isBound = (value: unknown): value is number =>
    typeof value === "number" && value >= 0 && Number.isFinite(value);
  if (isBound(written)) return { relative: written, absolute: written };
  if (typeof written !== "object" || written === null || Array.isArray(written)) return undefined;
  const { relative = 0, absolute = 0, reason, ...others } = written as Record<string, unknown>;
  if (!isBound(relative) || !isBound(absolute) || Object.keys(others).length) return undefined;
  if (reason !== undefined && typeof reason !== "string") return undefined;
  return { relative, absolute, reason };
}

/** `1e-9 of the larger number, or 0.01`. */
export function toleranceText({ relative, absolute }: Tolerance): string {
  if (relative === absolute) return String(relative);
  const parts = [
    ...(relative ? [`${relative} of the larger number`] : []),
    ...(absolute ? [String(absolute)] : []),
  ];
  return parts.join(", or ");
}
