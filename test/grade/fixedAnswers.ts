import { answerQuestions } from "../../src/grade/limitedProcess.js";

// A process that says what it is asked to say, once it has loaded for as long as it is told.

const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

answerQuestions(
  ({ load = 0 }: { say: string; load?: number }) => void wait(load),
  ({ say }) => {
    if (say === "for ever") for (;;) wait(1000);
    return say;
  },
);
