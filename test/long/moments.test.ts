import { ways } from "../kernel/interruptCase.js";
import { momentsOfInterrupt } from "../kernel/moments.js";

const test = momentsOfInterrupt("kernel: each moment of an interrupt, by every way", () => [
  ...ways,
]);

test.run();
