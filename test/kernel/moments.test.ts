import { ways } from "./interruptCase.js";
import { momentsOfInterrupt } from "./moments.js";

const test = momentsOfInterrupt("kernel: moments of an interrupt", (i) => [ways[i % ways.length]]);

test.run();
