import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createInterrupter } from "../../src/kernel/supervise/interrupt.js";
import { limitedText } from "../../src/kernel/supervise/limitedText.js";
import { obstacleText } from "../../src/kernel/between/obstacle.js";

const test = suite("kernel: the interrupt ladder");

function ladder() {
  const trodden: string[] = [];
  const note = (rung: string) => () => void trodden.push(rung);
  const interrupter = createInterrupter({
    children: (which) => void trodden.push(`children: ${which}`),
    wait: note("wait"),
    code: note("code"),
    rest: note("rest"),
  });
  return { trodden, ...interrupter };
}

const pause = () => new Promise((resume) => setTimeout(resume, 200));

test("a thread that answers is not ended", async () => {
  const { trodden, interrupt, answered } = ladder();
  interrupt();
  answered();
  await pause();
  assert.equal(trodden, ["wait", "children: all", "rest"]);
});

test("one that does not answer has its code ended, once in a storm", async () => {
  const { trodden, interrupt, answered } = ladder();
  for (let i = 0; i < 9; i++) interrupt();
  await pause();
  assert.equal(trodden, ["wait", "children: all", "code"]);
  answered();
  answered();
  assert.equal(trodden, ["wait", "children: all", "code", "rest"]);
});

test("a thread that code holds is looked at again for its processes, all of them where it was pressed again", async () => {
  const { trodden, interrupt, answered } = ladder();
  interrupt();
  const until = async (count: number) => {
    while (trodden.length < count) await pause();
  };
  await until(4);
  interrupt();
  await until(5);
  answered();
  await new Promise((resume) => setTimeout(resume, 1500));
  assert.equal(trodden, [
    ...["wait", "children: all", "code", "children: new", "children: all"],
    "rest",
  ]);
});

test("an answer to nothing is none", () => {
  const { trodden, answered } = ladder();
  answered();
  assert.equal(trodden, []);
});

test("what stands in the way is said with the way out", () => {
  assert.is(
    obstacleText("native", 7),
    "cell 7 is in a native call; it ends when that returns. To give it up: Kernel, Restart.\n",
  );
  assert.match(
    obstacleText("unguarded", 7),
    /^cell 7 waits for code that Node has called by itself/,
  );
});

test("what a cell's processes write is cut where it is too much, with one notice", () => {
  const written: string[] = [];
  const { begin, print } = limitedText((name, text) => written.push(`${name} ${text.length}`));
  const half = "x".repeat(40 * 2 ** 20);
  for (let i = 0; i < 4; i++) print("stdout", half);
  begin();
  print("stderr", "more");
  assert.equal(written, [`stdout ${half.length}`, "stderr 69", "stderr 4"]);
});

test.run();
