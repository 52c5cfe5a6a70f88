import { hostileUse } from "./hostileUse.js";

const test = hostileUse("kernel: hostile use, a slice", {
  cells: 100,
  messages: 1000,
  megabytes: 5,
  interrupts: 60,
  growth: 150,
});

test.run();
