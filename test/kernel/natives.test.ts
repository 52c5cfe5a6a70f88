import { nativeCalls } from "./nativeCalls.js";

const test = nativeCalls("kernel: native calls", ({ often }) => often);

test.run();
