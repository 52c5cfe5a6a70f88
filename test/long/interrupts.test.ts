import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { interruptCase, ways } from "../kernel/interruptCase.js";
import { shapes } from "../kernel/interruptShapes.js";

const seed = Number(process.env.SEED ?? 11);
const test = suite(`kernel: each shape of an interrupt, pressed as seed ${seed} has it`);
const { integer } = random(seed);

for (const shape of shapes) {
  const press = { way: ways[integer(0, ways.length - 1)], storm: integer(0, 1) === 1 };
  const how = `${press.way}${press.storm ? ", in a storm" : ""}`;
  test(`${shape.what}, by ${how}, ends interrupted and keeps what was there`, async () => {
    const { reply, kept } = await interruptCase(shape, press);
    assert.equal({ reply, kept }, { reply: "Interrupted", kept: "42" });
  });
}

test.run();
