import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pictureType } from "../../src/notebook/index.js";

const test = suite("notebook: what bytes are a picture");

// Each format's own signature, by its specification.
const signed: [hex: string, type: string | undefined][] = [
  ["89504e470d0a1a0a0000000d49484452", "image/png"],
  ["ffd8ffe000104a464946", "image/jpeg"],
  ["474946383961", "image/gif"],
  ["474946383761", "image/gif"],
  ["524946462400000057454250", "image/webp"],
  ["0000001c667479706176696600000000", "image/avif"],
  ["0000001c667479706176697300000000", "image/avif"],
  ["524946462400000057415645", undefined], // RIFF that holds sound
  ["0000001c6674797069736f6d00000000", undefined], // a film
  ["474946383061", undefined],
  ["3c7376673e", undefined], // of pixels none
  ["", undefined],
];
for (const [hex, type] of signed) {
  test(`${hex || "nothing"} begins ${type ?? "no picture of pixels"}`, () => {
    assert.is(pictureType(Buffer.from(hex, "hex")), type);
  });
}

test.run();
