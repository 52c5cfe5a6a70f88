import { answerQuestions } from "../../src/grade/limitedProcess.js";

// A process that takes longer to load than its questions may, and then says what it is asked to say.

const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Some that are in use, 8 of them. */
const megabytes = () => new Array<string>(1_000_000).fill("held");

wait(1500);
answerQuestions(({ say }: { say: string }) => {
  if (say === "for ever") for (;;) wait(1000);
  if (say === "more and more") for (const held: string[][] = []; ; wait(5)) held.push(megabytes());
  return say;
});
