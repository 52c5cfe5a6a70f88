import { suite } from "uvu";
import * as assert from "uvu/assert";
import { library } from "../../../src/derive/library/library.js";
import { addRest } from "../../../src/derive/library/rest.js";
import { doubles } from "../../../src/derive/oracle/numbers/doubles.js";
import { nowhere } from "../../../src/derive/oracle/points/entries.js";
import { evaluate } from "../../../src/derive/oracle/evaluate/evaluate.js";
import type { Field } from "../../../src/derive/oracle/numbers/field.js";
import {
  fraction,
  minus,
  plus,
  readFraction,
} from "../../../src/derive/oracle/numbers/fraction.js";
import { functions } from "../../../src/derive/oracle/evaluate/functions.js";
import { addSpecial } from "../../../src/derive/oracle/evaluate/special.js";
import { longNumbers } from "../../../src/derive/oracle/numbers/long.js";
import { parse } from "../../../src/derive/read/parse.js";
import { reference } from "../../support/reference.js";

// test/fixtures/reference/values.py made them with mpmath.
const rows = reference("values") as { kind: string; text: string; value: string }[];

addRest();
addSpecial();
const test = suite("derive: values of the second opinion");

/** Whether an enclosure reaches to a value that is printed, of which the last digit may be off by one. */
function holds<V>(text: string, value: string, field: Field<V>): boolean {
  const found = evaluate(parse(text), nowhere, field, { steps: 50_000_000 });
  const places = /\.(\d+)/.exec(value)?.[1].length ?? 0;
  const exponent = Number(/e([+-]?\d+)/.exec(value)?.[1] ?? 0);
  const digits = places - exponent;
  const unit = digits >= 0 ? fraction(1, 10n ** BigInt(digits)) : fraction(10n ** BigInt(-digits));
  const printed = readFraction(value);
  const beside = (end: typeof printed) => {
    const span = field.add(found, field.neg(field.of(end)));
    return field.span!(span);
  };
  return beside(plus(printed, unit)).lo <= 0 && beside(plus(printed, minus(unit))).hi >= 0;
}

test("doubles and long numbers enclose the value of every function and construct", () => {
  assert.ok(rows.length >= 200);
  for (const { text, value } of rows) {
    assert.ok(holds(text, value, doubles), `doubles: ${text} is ${value}`);
    assert.ok(holds(text, value, longNumbers(192)), `192 bits: ${text} is ${value}`);
  }
});

test("enclosures are narrow, so that another value lies outside", () => {
  for (const { text, value } of rows) {
    const other = value.replace(/[1-9]/, (digit) => `${(Number(digit) % 9) + 1}`);
    if (other === value) continue; // 0
    assert.not.ok(holds(text, other, doubles), `doubles: ${text} is not ${other}`);
    assert.not.ok(holds(text, other, longNumbers(192)), `192 bits: ${text} is not ${other}`);
  }
});

test("every function that the prover knows, and every one known here, has values", () => {
  const named = new Set(rows.map(({ kind }) => kind));
  const missing = [...library.keys(), ...Object.keys(functions)].filter((name) => !named.has(name));
  assert.equal(missing, []);
});

test.run();
