import type { DerivationJSON, Erratum, Step } from "../../record/types.js";

/** A record as it was stored before records had a version: without the texts that only grading needs. */
export type EarlierRecord = Omit<DerivationJSON, "version" | "errata" | "takes"> & {
  errata: Omit<Erratum, "after">[];
};

/** An earlier record as one of today, as far as it tells: its errata come last, its definitions are read off. */
export function completed(record: EarlierRecord): DerivationJSON {
  const { steps, errata } = record;
  return {
    ...record,
    version: 1,
    steps: steps.map(withDefinition),
    errata: errata.map((erratum, i) => ({ ...erratum, after: steps.length + i })),
  };
}

function withDefinition(step: Step): Step {
  if (step.grade !== "assumed" || step.rhs === "") return step;
  const cut = step.rhs.lastIndexOf(", ");
  const where = cut < 0 ? "" : step.rhs.slice(cut + 2);
  const limited = where.split(" < ").length === 3;
  const value = limited ? { value: step.rhs.slice(0, cut), where } : { value: step.rhs };
  return { ...step, defines: { name: step.lhs, ...value } };
}

/** Of a record of today what one would hold that was stored before steps had rules. */
export function withoutRules(record: DerivationJSON): DerivationJSON {
  const bareOf = ({ rules: _rules, ...step }: Step): Step => step;
  return {
    ...record,
    steps: record.steps.map(bareOf),
    errata: record.errata.map(({ asWritten, corrected, ...erratum }) => ({
      ...erratum,
      asWritten: bareOf(asWritten),
      corrected: bareOf(corrected),
    })),
  };
}

/** Whether a record was stored before steps had rules; one in which some have them was not. */
export const isWithoutRules = ({ steps, errata }: DerivationJSON): boolean =>
  [...steps, ...errata.flatMap(({ asWritten, corrected }) => [asWritten, corrected])].every(
    (step) => !Object.hasOwn(step, "rules"),
  );

/** Of a record of today what an earlier one would hold. */
export function asEarlier(record: DerivationJSON): EarlierRecord {
  const { version: _version, takes: _takes, steps, errata, ...rest } = record;
  return {
    ...rest,
    steps: steps.map(bare),
    errata: errata.map(({ items, asWritten, corrected }) => ({
      items,
      asWritten: bare(asWritten),
      corrected: bare(corrected),
    })),
  };
}

function bare(step: Step): Step {
  const { provided: _provided, induction: _induction, defines: _defines, ...shown } = step;
  return shown;
}
