import * as assert from "uvu/assert";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite(
  "session: what a frontend asks",
  [
    "/**\n * Twice a number.\n * @param x any number\n */\nfunction doubled(x: number): number { return 2 * x; }",
    "const layer = { channels: 3, size: [4, 4] };",
  ].join("\n"),
);

test("a name of an earlier cell is completed with type, signature and documentation", async ({
  session,
}) => {
  assert.equal(await session.complete("1 + doub|"), {
    matches: [
      {
        text: "doubled",
        type: "function",
        signature: "doubled(x: number): number",
        documentation: "Twice a number.\n@param x any number",
      },
    ],
    start: 4,
    end: 8,
  });
});

const completions: [code: string, first: string, type: string][] = [
  ["layer.|", "channels", "property"],
  ["layer.si|ze", "size", "property"],
  ["[1].fla|", "flat", "method"],
  ["function f(parameter: number) { para| }", "parameter", "variable"],
  ["const own = 1; { const inner = 2; inn| }", "inner", "variable"],
  ["Mat|", "Math", "variable"],
  ["awa|", "await", "keyword"],
  ['import { readFileS| } from "node:fs"', "readFileSync", "function"],
  ["const x: Parti|", "Partial", "type"],
];

for (const [code, first, type] of completions) {
  test(`${code} is completed by ${first}`, async ({ session }) => {
    const [match] = (await session.complete(code)).matches;
    assert.is(match?.text, first);
    assert.is(match?.type, type);
  });
}

test("where a name of the library is declared is told by its package, wherever that stands", async ({
  session,
}) => {
  const text = (await session.inspect("Math.m|ax(1)", 1))?.["text/plain"];
  assert.match(
    String(text),
    /\n\ndeclared at node_modules\/@typescript\/[^.]*\/lib\.es\w+\.d\.ts:\d+$/,
  );
});

test("a name that is not in sight is not offered", async ({ session }) => {
  const { matches } = await session.complete("{ const hidden = 1; } hidd|");
  assert.equal(matches, []);
});

test("a name, and the function of a call, are explained by signature and comment", async ({
  session,
}) => {
  const plain = "doubled(x: number): number\n\nTwice a number.\n\n@param x any number";
  assert.is((await session.inspect("doub|led"))?.["text/plain"], plain);
  assert.is((await session.inspect("doubled(1, |"))?.["text/plain"], plain);
  assert.is(
    (await session.inspect("doubled|"))?.["text/markdown"],
    "```typescript\ndoubled(x: number): number\n```\n\nTwice a number.\n\n- `@param` x any number",
  );
  assert.is(
    (await session.inspect("layer|"))?.["text/plain"],
    "layer: { channels: number; size: number[]; }",
  );
  assert.is((await session.inspect("  |")) ?? null, null);
});

test("detail adds where a name is declared", async ({ session }) => {
  const found = await session.inspect('import { twice } from "./local"; twi|ce', 1);
  assert.match(String(found?.["text/plain"]), /declared at local\.ts:2$/);
});

const complete: [code: string, status: string, indent?: string][] = [
  ["1 + 1", "complete"],
  ["", "complete"],
  ["if (a) {", "incomplete", "  "],
  ["function f() {\n  if (x) {", "incomplete", "    "],
  ["doubled(", "incomplete", "  "],
  ["1 +", "incomplete", ""],
  ["const text = `open", "incomplete", ""],
  ["/* open", "incomplete", ""],
  ["}", "invalid"],
  ["const = 1", "invalid"],
  ['"never closed', "invalid"],
];

for (const [code, status, indent] of complete) {
  test(`${JSON.stringify(code)} is ${status}`, async ({ session }) => {
    assert.equal(
      await session.isComplete(code),
      indent === undefined ? { status } : { status, indent },
    );
  });
}

test("a cell opens comms, and answers those that the client opens", async ({ session }) => {
  await session.run(
    [
      'jupyter.comms.register("echo", (comm, data) => {',
      "  comm.send({ opened: data });",
      "  comm.onMessage((message) => comm.send({ said: message }));",
      '  comm.onClose(() => console.log("closed"));',
      "});",
      'const own = jupyter.comms.open("mine", { n: 1 });',
    ].join("\n"),
  );
  const id = Object.keys(await session.comms())[0];
  assert.equal(await session.comms(), { [id]: { target_name: "mine" } });
  await session.receive("comm_open", { comm_id: "c", target_name: "echo", data: { a: 1 } });
  await session.receive("comm_msg", { comm_id: "c", data: { b: 2 } });
  await session.receive("comm_close", { comm_id: "c", data: {} });
  await session.receive("comm_open", { comm_id: "d", target_name: "nobody", data: {} });
  assert.equal(session.sent, [
    ["comm_open", { comm_id: id, target_name: "mine", data: { n: 1 } }],
    ["comm_msg", { comm_id: "c", data: { opened: { a: 1 } } }],
    ["comm_msg", { comm_id: "c", data: { said: { b: 2 } } }],
    ["comm_close", { comm_id: "d", data: {} }],
  ]);
});

test.run();
