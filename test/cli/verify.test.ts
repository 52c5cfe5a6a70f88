import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, type DerivationJSON } from "../../src/index.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: verify");
const place = scratch();
test.after(() => place.remove());

const good = derivation("a.good", ["x > 0"])
  .from("x/x")
  .equals("1", "divide")
  .from("1/(x - 1)")
  .equals("x/(x^2 - x)", "expand");
const slip = derivation("a.slip").erratum({ asWritten: "x + x = x^2", corrected: "x + x = 2*x" });
const evidence = (): DerivationJSON[] => JSON.parse(JSON.stringify([good, slip]));

const verify = (name: string, value: unknown) =>
  rederive(["verify", place.write(name, JSON.stringify(value))], place.folder);

test("each id is printed with the grade that its texts give, and all that is found again exits 0", async () => {
  const { code, stdout, stderr } = await verify("good.evidence.json", evidence());
  assert.is(stderr, "");
  assert.is(
    stdout,
    "proved-if   a.good\nproved      a.slip\n2 of 2 derivations confirmed\n" +
      "note: a list of derivations without its page; whether something was removed, or belongs to another page, cannot be checked\n",
  );
  assert.is(code, 0);
});

/** An edit of a record, and what is said of it. */
type Edit = [string, DerivationJSON, (record: DerivationJSON) => void, RegExp];
const [fine, misprint] = evidence();
const edits: Edit[] = [
  ["grade", fine, (one) => (one.grade = "proved"), /: grade: stored "proved", found "proved-if"$/],
  [
    "witness",
    misprint,
    (one) => {
      one.errata[0].asWritten.grade = "proved";
      delete one.errata[0].asWritten.witness;
    },
    /: erratum 1, as printed, grade: stored "proved", found "refuted"$/,
  ],
  [
    "condition",
    fine,
    (one) => (one.steps[1].conditions = []),
    /: step 2, conditions 1: stored nothing, found \{"text":"x - 1 != 0"/,
  ],
  [
    "lhs",
    fine,
    (one) => (one.steps[0].lhs = "2*x/x"),
    /: step 1, grade: stored "proved", found "refuted"$/,
  ],
  ["formula", fine, (one) => (one.steps[0].latex = "1 = 2"), /: step 1, latex: stored "1 = 2"/],
  [
    "version",
    fine,
    (one) => Object.assign(one, { version: 9 }),
    /: cannot be graded again: version must be 1, got 9$/,
  ],
  [
    "many",
    fine,
    ({ steps }) => steps.forEach((step) => Object.assign(step, { lhsLatex: "a", latex: "c" })),
    /: and \d more$/,
  ],
];
test("an edit is named with its place, exits 1, and costs no other derivation", async () => {
  const planted = edits.map(([what, record, edit]) => {
    const one = { ...structuredClone(record), id: `a.${what}` };
    edit(one);
    return one;
  });
  for (const step of planted.find(({ id }) => id === "a.many")!.steps) step.method = "by hand";
  const { code, stdout, stderr } = await verify("edited.evidence.json", [...planted, fine]);
  const lines = stderr.split("\n");
  for (const [what, , , said] of edits) {
    const own = lines.filter((line) => line.startsWith(`rederive verify: a.${what}: `));
    assert.ok(
      own.some((line) => said.test(line)),
      `${what}\n${own.join("\n")}`,
    );
  }
  assert.match(stdout, /^proved-if {3}a\.good\n1 of 8 derivations confirmed\nnote: /m);
  assert.is(code, 1);
});
test("a derivation that the clock ends is not checked, costs only itself, and is an error", async () => {
  const path = place.write("slow.evidence.json", JSON.stringify(evidence()));
  const { code, stdout, stderr } = await rederive(
    ["verify", path, "--timeout", "0.000001"],
    place.folder,
  );
  assert.match(stderr, /a\.slip: cannot be graded again: gave up at the time limit of 0\.000001 s/);
  assert.match(stdout, /^not checked a\.slip$/m);
  assert.is(code, 2);
});
test("what is no evidence file exits 2 and says what is wrong with it", async () => {
  const missing = await rederive(["verify", "none.evidence.json"], place.folder);
  assert.match(missing.stderr, /^rederive: verify: cannot read none\.evidence\.json: ENOENT/);
  assert.is(missing.code, 2);
  for (const [text, said] of [
    ["{", /evidence\.json: line 1, column 2: /],
    [
      "{}",
      /evidence\.json: must be what `rederive build` lays .* or a JSON array of derivations$/m,
    ],
    ['{"derivations": [1], "version": 2}', /evidence\.json: version must be 1, got 2$/m],
    ["[]", /evidence\.json: holds no derivation$/m],
  ] as const) {
    const path = place.write("bad.evidence.json", text);
    const { code, stdout, stderr } = await rederive(["verify", path], place.folder);
    assert.match(stderr, said);
    assert.is(stdout, "");
    assert.is(code, 2);
  }
});

test.run();
