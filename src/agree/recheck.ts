import { canonical } from "../record/index.js";
import type { Verified } from "../derive/records/verify.js";
import { fellOf } from "../notebook/index.js";
import { agreementOf, type Agreement } from "./agreement.js";
import { digestOf, type Evidence, showsOf } from "./evidence.js";

/**
 * What does not hold of an evidence file, from the derivations as they were found: nothing that the file says of a grade
 * counts, and nothing may be missing, doubled or changed.
 *
 * @param verified what was found of each derivation, in the order of the file
 */
export function recheck(file: Evidence, verified: readonly Verified[]): string[] {
  const found = verified.flatMap(({ derivation }) => derivation ?? []);
  const made = found.map((derivation) => ({ cell: 0, derivation }));
  const agreement = agreementOf(file.equations, made);
  return [
    ...changed(file),
    ...doubled(file.derivations),
    ...fellOf(made).map(({ text }) => `a step failed: ${text}`),
    ...agreement.problems.map(({ text }) => text),
    ...otherwise(file, agreement),
  ];
}

function changed(file: Evidence): string[] {
  return digestOf(file) === file.digest
    ? []
    : ["the digest is not that of the content: something was changed after the file was written"];
}

function doubled(derivations: unknown[]): string[] {
  const first = new Map<string, number>();
  return derivations.flatMap((one, i) => {
    const text = canonical(one);
    const before = first.get(text);
    if (before === undefined) first.set(text, i);
    const { id } = (one ?? {}) as { id?: unknown };
    return before === undefined
      ? []
      : [`${String(id)}: derivation ${i + 1} is derivation ${before + 1} again`];
  });
}

/** Equations of which the page shows something else than what follows from the file. */
function otherwise({ equations }: Evidence, { held }: Agreement): string[] {
  const findings = new Map(held.map(({ equation, finding }) => [equation, finding]));
  return equations.flatMap((equation) => {
    const finding = findings.get(equation);
    const now = finding ? showsOf(finding) : "nothing";
    if (now === equation.shows) return [];
    const why = finding?.kind === "unchecked" ? ` (${finding.why})` : "";
    return [
      `${equation.tag}: the page shows ${equation.shows}, and what follows from the file is ${now}${why}`,
    ];
  });
}
