import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page, pageQuestion } from "../../src/kernel/cells/page.js";
import type { Session } from "../../src/session/index.js";

const test = suite("kernel: page");

test("a name and a question mark, before or behind it, ask about the name, two ask for more", () => {
  assert.equal(pageQuestion("outputSize?"), { name: "outputSize", detail: 0 });
  assert.equal(pageQuestion("  Math.max??\n"), { name: "Math.max", detail: 1 });
  assert.equal(pageQuestion("$π_1?"), { name: "$π_1", detail: 0 });
  assert.equal(pageQuestion("?outputSize"), { name: "outputSize", detail: 0 });
  assert.equal(pageQuestion(" ?? Math.max;\n"), { name: "Math.max", detail: 1 });
});

test("what is no name with marks at its end is a cell to run", () => {
  for (const code of [
    "a",
    "?a?",
    "???a",
    "?1a",
    "?f()",
    "a???",
    "a ?",
    "1a?",
    "f()?",
    "a ? b : c",
    "a?\nb?",
    "?",
    "",
  ]) {
    assert.is(pageQuestion(code), undefined, code);
  }
});

test("the answer is a payload with what inspection tells at the name's end", async () => {
  const asked: unknown[] = [];
  const inspect: Session["inspect"] = async (...question) => {
    asked.push(question);
    return { "text/plain": "max(...)", "text/markdown": "`max`" };
  };
  const payload = await page({ inspect } as Session, { name: "Math.max", detail: 1 });
  assert.equal(asked, [["Math.max", 8, 1]]);
  assert.equal(payload, [
    { source: "page", data: { "text/plain": "max(...)", "text/markdown": "`max`" }, start: 0 },
  ]);
});

test("of a name that is not known it says so", async () => {
  const inspect = async () => undefined;
  const payload = await page({ inspect } as unknown as Session, { name: "nowhere", detail: 0 });
  const data = { "text/plain": "nowhere is not known here" };
  assert.equal(payload, [{ source: "page", data, start: 0 }]);
});

test.run();
