import { nativeCalls } from "../kernel/nativeCalls.js";

const test = nativeCalls("kernel: native calls that compute", ({ often }) => !often);

test.run();
