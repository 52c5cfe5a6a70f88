import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Client, startClient } from "./client.js";
import { textOf } from "./reports.js";

const test = suite("kernel: prompt, confirm and alert");
let client: Client;
/** What was asked, and what the reader says to it. */
let asked: [prompt: string, password: boolean][] = [];
let answers: string[] = [];
/** The last question, as a client names it that it answers. */
let question = {};
test.before(async () => {
  client = await startClient();
  client.onInput(({ prompt, password }, header) => {
    question = { msg_type: "input_request", msg_id: header.msg_id };
    asked.push([prompt, password]);
    const value = answers.shift();
    if (value !== undefined) client.send("stdin", "input_reply", { value });
  });
});
test.before.each(() => {
  asked = [];
  answers = [];
});
test.after(() => client.stop());

const ask = (code: string) => client.execute(code, { allow_stdin: true });

const cases: [code: string, answers: string[], prompt: string, gives: string][] = [
  ['prompt("name?")', ["Ada"], "name? ", "Ada"],
  ['prompt("name?")', [""], "name? ", "(empty string)"],
  ['prompt("name?", "Bob")', [""], "name? [Bob] ", "Bob"],
  ['prompt("name?", "Bob")', ["Ada"], "name? [Bob] ", "Ada"],
  ["prompt()", ["x"], "Prompt ", "x"],
  ['confirm("sure?")', ["y"], "sure? [y/N] ", "true"],
  ['confirm("sure?")', ["YES"], "sure? [y/N] ", "true"],
  ['confirm("sure?")', [""], "sure? [y/N] ", "false"],
  ['confirm("sure?")', ["why"], "sure? [y/N] ", "false"],
  ['alert("done");\n"after"', [""], "done [Enter] ", "after"],
];
for (const [code, given, prompt, gives] of cases) {
  test(`${code} that is answered ${JSON.stringify(given[0])} gives ${gives}`, async () => {
    answers = [...given];
    assert.is(textOf(await ask(code)) || "(empty string)", gives);
    assert.equal(asked, [[prompt, false]]);
  });
}

test("a password is asked for as one, and its default is not shown", async () => {
  answers = ["secret"];
  assert.is(textOf(await ask('prompt("key", "known", { password: true })')), "secret");
  assert.equal(asked, [["key ", true]]);
});

test("they hold the cell: several stand in a row, in loops and functions that cannot wait, beside a question that waits", async () => {
  const code = `const waited = jupyter.input("w");
const held = [1, 2, 3].map((n) => Number(prompt(String(n))));
[...held, await waited].join()`;
  answers = ["w", "1", "2", "3"];
  assert.is(textOf(await ask(code)), "1,2,3,w");
  assert.equal(
    asked.map(([prompt]) => prompt),
    ["w", "1 ", "2 ", "3 "],
  );
});

test("where nobody is asked an error says so and what to do, and the cell may catch it", async () => {
  for (const name of ["prompt", "confirm", "alert"]) {
    const { reply } = await client.execute(`${name}("?")`, { allow_stdin: false });
    assert.is(
      reply.evalue,
      `${name}: this client does not support input requests; give the value in the cell`,
    );
  }
  const caught = 'let given = "none";\ntry { given = prompt("?") ?? ""; } catch {}\ngiven';
  assert.is(textOf(await client.execute(caught, { allow_stdin: false })), "none");
  assert.equal(asked, []);
});

test("the checker knows them, with the types of the DOM too; a cell may have the names for itself", async () => {
  assert.match(textOf(await ask('const text: string = prompt("?");')), /'null' is not assignable/);
  assert.match(textOf(await ask('const n: number = confirm("?");')), /'boolean' is not assignable/);
  answers = ["5"];
  assert.is(textOf(await ask("let box: HTMLElement | undefined;\nNumber(prompt())")), "5");
  assert.is(textOf(await ask("const alert = (n: number) => n + 1;\nalert(1)")), "2");
});

for (const [how, interrupt] of [
  ["message", () => client.send("control", "interrupt_request")],
  ["signal", () => client.kernel.kill("SIGINT")],
] as const) {
  for (const [what, code] of [
    ["the wait", 'prompt("wait")'],
    ["a loop that asks again and again", 'for (;;) { try { prompt("wait"); } catch {} }'],
  ]) {
    test(`an interrupt by ${how} ends ${what}, and all is kept`, async () => {
      const running = ask(`let kept = 41;\n${code}`);
      await client.until(() => asked.length === 1);
      interrupt();
      assert.is((await running).reply.ename, "Interrupted");
      client.send("stdin", "input_reply", { value: "late" }, question);
      answers = ["next"];
      assert.is(textOf(await ask('`${kept + 1} ${prompt("again")}`')), "42 next");
      assert.equal(
        asked.map(([prompt]) => prompt),
        ["wait ", "again "],
      );
    });
  }
}

test("completion is answered while the reader is asked", async () => {
  const running = ask('prompt("wait")');
  await client.until(() => asked.length === 1);
  const { reply } = await client.request("complete_request", { code: "Math.cb", cursor_pos: 7 });
  assert.equal(reply.matches, ["cbrt"]);
  client.send("stdin", "input_reply", { value: "now" });
  assert.is(textOf(await running), "now");
});

test.run();
