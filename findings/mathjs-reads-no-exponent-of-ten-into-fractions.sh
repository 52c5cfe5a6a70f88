#!/usr/bin/env bash
# With numbers as fractions mathjs refuses 1e-3, which it reads as a number and as a BigNumber, and 0.001, which it reads.
# Guess: `create(all, { number: "Fraction" }).evaluate("1e-3")` is the fraction 1/1000, since scientific notation is part of
# the documented syntax of numbers and fractions are exact for it.
# Seen on 2026-11-28 with mathjs 15.2.0 (fraction.js 5.3.4): an error "Invalid argument" that names neither the number nor
# its place, for each exponent of ten; without one the same number is read.
# For us: `toMathjs` writes its text anew without exponents before mathjs reads it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund mathjs@15.2.0 fraction.js@5.3.4
node - <<'JAVASCRIPT'
const assert = require("node:assert");
const { all, create } = require("mathjs");
const said = (number, text) => {
  try {
    return String(create(all, { number }).evaluate(text));
  } catch (error) {
    return `error: ${error.message}`;
  }
};
for (const text of ["0.001", "1e-3", "2.5e3"]) {
  for (const number of ["number", "BigNumber", "Fraction"]) console.log(text, number, said(number, text));
}
assert.equal(said("BigNumber", "1e-3"), "0.001", "the behaviour has changed");
assert.equal(said("Fraction", "0.001"), "0.001", "the behaviour has changed");
assert.equal(said("Fraction", "1e-3"), "error: Invalid argument", "the behaviour has changed");
JAVASCRIPT
