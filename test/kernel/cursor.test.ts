import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toPoints, toUnits } from "../../src/kernel/cells/cursor.js";

const test = suite("kernel: cursor");

// Each letter of it is one code point of two UTF-16 units: the protocol's own example.
const astral = "𨭎𨭎 = 1";

test("a place in code points is found in UTF-16 units, and back", () => {
  assert.equal(
    [0, 1, 2, 3].map((points) => toUnits(astral, points)),
    [0, 2, 4, 5],
  );
  assert.equal(
    [0, 2, 4, 5].map((units) => toPoints(astral, units)),
    [0, 1, 2, 3],
  );
});

test("accents that follow their letter are points of their own", () => {
  assert.is(toUnits("e\u0301x", 2), 2);
  assert.is(toPoints("e\u0301x", 2), 2);
});

test("a place before the code or behind it is its begin or its end", () => {
  assert.is(toUnits(astral, -3), 0);
  assert.is(toUnits(astral, 99), 8);
  assert.is(toUnits(astral, Infinity), 8);
  assert.is(toPoints(astral, 99), 6);
});

test.run();
