import * as assert from "uvu/assert";
import { readAssumptions } from "../../src/derive/assumptions/assumptions.js";
import { decide, type Verdict } from "../../src/derive/opinion/decide.js";
import { parse } from "../../src/derive/read/parse.js";
import { readPrinted } from "../../src/derive/tree/printed.js";
import type { Relation } from "../../src/record/types.js";

/** Left side, relation, right side and assumptions, as in a claims file. */
export type Row = [string, Relation, string, string[]];

const anyFunctions = new Set(["f", "g", "h"]);

export function verdictOf([lhs, relation, rhs, texts]: Row): Verdict {
  const assumptions = { ...readAssumptions(texts), anyFunctions };
  const [left, right] = [parse(lhs), parse(rhs)];
  const unit = relation === "≈" ? readPrinted(rhs).unit : undefined;
  return decide({ left, relation, right, unit }, assumptions);
}

/** Holds the grade of each row; what is refuted has a witness whose two values differ in text. */
export function allGraded(rows: Row[], expected: RegExp): void {
  for (const row of rows) {
    const { grade, witness, reason } = verdictOf(row);
    const [lhs, relation, rhs, assumptions] = row;
    assert.match(grade, expected, `${lhs} ${relation} ${rhs} [${assumptions}]: ${reason ?? grade}`);
    if (grade !== "refuted") continue;
    assert.ok(witness, `${lhs} ${relation} ${rhs} has no witness`);
    if (relation === "=") assert.is.not(witness.lhs, witness.rhs, `${lhs} = ${rhs}`);
  }
}
