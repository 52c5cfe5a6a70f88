import { hostileUse } from "../kernel/hostileUse.js";

const test = hostileUse("kernel: hostile use", {
  cells: 1000,
  messages: 10_000,
  megabytes: 50,
  interrupts: 2000,
  growth: 250,
});

test.run();
