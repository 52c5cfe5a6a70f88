import { suite } from "uvu";
import * as assert from "uvu/assert";
import { startLimited } from "../../src/grade/index.js";

const test = suite("grade: a process with limits");
const script = new URL("./fixedAnswers", import.meta.url);

test("a question that takes too long is given up, and the next one is answered", async () => {
  const child = startLimited<{ say: string }, string>(script, { timeout: 1, memory: 300 });
  try {
    assert.equal(await child.ask({ say: "for ever" }), {
      gaveUp: "gave up at the time limit of 1 s (raise it with --timeout)",
    });
    assert.equal(await child.ask({ say: "x" }), { answer: "x" });
  } finally {
    child.close();
  }
});
test("a question that holds too much memory is given up, and the next one is answered", async () => {
  const child = startLimited<{ say: string }, string>(script, { timeout: 60, memory: 200 });
  try {
    assert.equal(await child.ask({ say: "more and more" }), {
      gaveUp: "gave up at the memory limit of 200 MiB (raise it with --memory)",
    });
    assert.equal(await child.ask({ say: "x" }), { answer: "x" });
  } finally {
    child.close();
  }
});
test("what is loaded before the first question does not count in its time", async () => {
  const child = startLimited<{ say: string }, string>(script, { timeout: 1, memory: 300 });
  try {
    assert.equal(await child.ask({ say: "x" }), { answer: "x" });
  } finally {
    child.close();
  }
});
test.run();
