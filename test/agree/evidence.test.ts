import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  agreementOf,
  type Evidence,
  evidenceOf,
  readEvidence,
  recheck,
} from "../../src/agree/index.js";
import { canonical } from "../../src/record/index.js";
import { verify } from "../../src/derive/records/verify.js";
import { digestOf } from "../../src/agree/evidence.js";
import { derivation, type DerivationJSON } from "../../src/index.js";
import { taggedEquations } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";

const test = suite("agree: an evidence file");

const plain = <T>(value: { toJSON(): T }): T => JSON.parse(JSON.stringify(value)) as T;
const loss = derivation("a.loss", ["q > 0"]).define("L", "q^2", "the loss");
const made: DerivationJSON[] = [
  derivation("a.sum", ["x > 0"], { title: "A sum" })
    .from("x + x")
    .equals("2*x", "add", { items: [3] }),
  loss,
  derivation("a.slope", ["q > 0"]).uses(loss).from("D(L, q)").equals("2*q", "differentiate"),
  derivation("a.slip").from("x + x").equals("3*x", "a slip", { expect: "refuted" }),
].map(plain);
const display = (tex: string, id: string) => `$$${tex} \\tag{${id}}$$`;
const page = notebookOf(
  [
    "# Page",
    display("x + x = 2x", "a.sum"),
    display("L = q^2", "a.loss"),
    display("\\frac{dL}{dq} = 2q", "a.slope"),
    display("x + x = 3x", "a.slip"),
    display("y = 1", "a.none"),
  ].join("\n\n"),
);
const cells = made.map((one) => ({ cell: 2, derivation: one }));
const written = (): Evidence => {
  const evidence = evidenceOf("notes/a.ipynb", agreementOf(taggedEquations(page), cells), cells);
  return JSON.parse(JSON.stringify(evidence)) as Evidence;
};

/** What is said of a file after an edit; a forger writes the digest of what he has made. */
function said(edit: (file: Evidence) => void, forged = true): string {
  const file = written();
  edit(file);
  if (forged) file.digest = digestOf(file);
  const { derivations } = readEvidence(file);
  const verified = derivations.map(verify);
  return [...verified.flatMap(({ problems }) => problems), ...recheck(file, verified)].join("\n");
}

test("what was written holds, is of the published schema, and states what the page shows", () => {
  assert.is(
    said(() => {}, false),
    "",
  );
  const shows = written().equations.map(({ tag, shows }) => `${tag} ${shows}`);
  assert.equal(shows, [
    "a.sum proved",
    "a.loss assumed",
    "a.slope proved",
    "a.slip refuted",
    "a.none not checked",
  ]);
  const schema = (name: string) =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "..", "docs", `${name}.v1.schema.json`), "utf8"),
    ) as object;
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addSchema(schema("derivation"), "derivation.v1.schema.json");
  const fits = ajv.compile(schema("evidence"));
  assert.ok(fits(written()), JSON.stringify(fits.errors));
  for (const change of [{ version: 2 }, { note: 1 }, { digest: "1" }, { derivations: [{}] }])
    assert.not.ok(fits({ ...written(), ...change }), JSON.stringify(change));
});

const changed = "the digest is not that of the content: something was changed after";
/** Edits by hand, which leave the digest as it was: each is named by it, whatever it touches. */
const byHand: Record<string, (file: Evidence) => void> = {
  "a reason": ({ derivations }) => (derivations[0].steps[0].because = "by magic"),
  "a title": ({ derivations }) => (derivations[0].title = "A proof of everything"),
  "item numbers": ({ derivations }) => (derivations[0].steps[0].items = [4]),
  "a wanted refutation": ({ derivations }) => delete derivations[3].steps[0].expect,
  "a derivation dropped": ({ derivations }) => derivations.splice(0, 1),
  "a derivation doubled": ({ derivations }) => derivations.push(derivations[0]),
  "a grade": ({ derivations }) => (derivations[3].steps[0].grade = "proved"),
  "an equation": ({ equations }) => (equations[0].tex = "x + x = 3x"),
  "what an equation shows": ({ equations }) => (equations[4].shows = "proved"),
  "an equation dropped": ({ equations }) => equations.splice(4, 1),
  "the source": (file) => (file.source = "notes/b.ipynb"),
  "the digest": (file) =>
    (file.digest = file.digest.replace(/^./, (one) => (one === "0" ? "1" : "0"))),
};
test("an edit by hand is named by the digest, also of what is commentary", () => {
  for (const [what, edit] of Object.entries(byHand)) {
    assert.ok(said(edit, false).includes(changed), `${what}\n${said(edit, false)}`);
  }
});

/** Edits with a digest to match, and what the content itself shows of them. */
const forged: [what: string, edit: (file: Evidence) => void, said: RegExp][] = [
  [
    "a derivation dropped",
    ({ derivations }) => derivations.splice(0, 1),
    /^a\.sum: the page shows proved, and what follows from the file is not checked \(no derivation has this id\)$/m,
  ],
  [
    "a derivation doubled",
    ({ derivations }) => derivations.push(structuredClone(derivations[0])),
    /^a\.sum: derivation 5 is derivation 1 again$/m,
  ],
  [
    "a wanted refutation",
    ({ derivations }) => delete derivations[3].steps[0].expect,
    /^a step failed: a\.slip, step 1: x \+ x and 3\*x differ$/m,
  ],
  [
    "a refuted step called wanted that is proved",
    ({ derivations }) => (derivations[0].steps[0].expect = "refuted"),
    /was to be refuted and is proved/,
  ],
  [
    "an equation that says something else",
    ({ equations }) => (equations[0].tex = "x + x = 3x"),
    /^a\.sum: the page says `x \+ x = 3\*x`, the derivation checked/m,
  ],
  [
    "an equation dropped",
    ({ equations }) => equations.splice(0, 1),
    /^a\.sum: no equation of this notebook has this id/m,
  ],
  [
    "a grade on the page",
    ({ equations }) => (equations[3].shows = "proved"),
    /^a\.slip: the page shows proved, and what follows from the file is refuted$/m,
  ],
  [
    "a badge without a derivation",
    ({ equations }) => (equations[4].shows = "proved"),
    /^a\.none: the page shows proved, and what follows from the file is not checked/m,
  ],
  [
    "a definition that the other derivation does not make",
    ({ derivations }) => (derivations[2].takes![0].definitions = [{ name: "L", value: "2*q" }]),
    /^a\.slope: takes `L = 2\*q` of a\.loss, which does not state it$/m,
  ],
  [
    "a definition taken under other assumptions",
    ({ derivations }) => (derivations[2].takes![0].assumptions = []),
    /^a\.slope: takes definitions under other assumptions of a\.loss, which does not state it$/m,
  ],
  [
    "a definition of a derivation that is not there",
    ({ derivations }) => (derivations[2].takes![0].id = "a.gone"),
    /^a\.slope: takes definitions of a\.gone, which is not among the derivations here$/m,
  ],
];
for (const [what, edit, pattern] of forged) {
  test(`${what}: named although the digest was made to match`, () => {
    assert.match(said(edit), pattern);
    assert.not.match(said(edit), /the digest is not/);
  });
}

test("nothing that a file says of itself raises a grade", () => {
  const file = written();
  for (const one of file.derivations) {
    one.grade = "proved";
    for (const step of one.steps) step.grade = "proved";
  }
  const found = file.derivations.map((one) => verify(one).derivation?.grade);
  assert.equal(
    found,
    made.map(({ grade }) => grade),
  );
});

test("the text of a value does not depend on the order of its keys", () => {
  assert.is(canonical({ b: [{ d: 1, c: 2 }], a: 1 }), canonical({ a: 1, b: [{ c: 2, d: 1 }] }));
  assert.is.not(canonical([1, 2]), canonical([2, 1]));
});

test.run();
