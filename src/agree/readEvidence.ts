import type { Evidence, StatedEquation } from "./evidence.js";

/** What an evidence file holds: derivations, unchecked, and the page to which they belong if it names one. */
export interface ReadEvidence {
  derivations: unknown[];
  page?: Evidence;
}

/** Reads an evidence file, or a bare list of derivations. @throws TypeError that says what is expected */
export function readEvidence(value: unknown): ReadEvidence {
  if (Array.isArray(value)) return { derivations: filled(value) };
  const { version, source, equations, derivations, digest } = (value ?? {}) as Partial<Evidence>;
  if (!Array.isArray(derivations)) {
    throw new TypeError(
      "must be what `rederive build` lays beside a page, an object with `derivations`, or a JSON array of derivations",
    );
  }
  if (version !== 1) throw new TypeError(`version must be 1, got ${JSON.stringify(version)}`);
  if (typeof source !== "string" || typeof digest !== "string") {
    throw new TypeError("source and digest must be texts");
  }
  if (!Array.isArray(equations) || !equations.every(isEquation)) {
    throw new TypeError("equations must be a list, each with tag, tex, cell, others and shows");
  }
  filled(derivations);
  return { derivations, page: value as Evidence };
}

function filled(derivations: unknown[]): unknown[] {
  if (derivations.length === 0) throw new TypeError("holds no derivation");
  return derivations;
}

function isEquation(value: unknown): value is StatedEquation {
  const { tag, tex, cell, others, shows } = (value ?? {}) as Partial<StatedEquation>;
  return (
    [tag, tex, shows].every((one) => typeof one === "string") &&
    typeof cell === "number" &&
    Array.isArray(others) &&
    others.every((one) => typeof one === "string")
  );
}
