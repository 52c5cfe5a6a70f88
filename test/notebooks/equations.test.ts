import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { agreementOf, type Made } from "../../src/agree/index.js";
import { madeDerivations, readNotebook, taggedEquations } from "../../src/notebook/index.js";

const test = suite("notebooks: equations");
const folder = join(import.meta.dirname, "..", "..", "notebooks");
const chapters = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

/** Ids whose display is a definition or a hypothesis, decided by hand from the notes: nothing is derived there. */
const assumed = new Set(
  "conv.depthwise-kernels nn.parameters nn.forward nn.sigmoid nn.bce gaussian.density gaussian.likelihood bayes.given \
uniform.density expectation.definition expectation.joint expectation.independence".split(/\s+/),
);
/** Ids whose display needs what the notes leave unsaid. */
const conditional = new Set(["conv.depthwise-output", "conv.output-size"]);

for (const name of chapters) {
  const notebook = readNotebook(readFileSync(join(folder, name), "utf8"), name);
  const made = madeDerivations(notebook) as Made[];
  const equations = taggedEquations(notebook);

  test(`every tagged equation of ${name} has the badge that it deserves`, () => {
    const { held, problems, unchecked } = agreementOf(equations, made);
    assert.equal([...problems, ...unchecked], []);
    assert.is(held.length, equations.length);
    for (const { equation, finding } of held) {
      const deserved = assumed.has(equation.tag)
        ? "assumed"
        : conditional.has(equation.tag)
          ? "proved-if"
          : "proved";
      assert.is(finding.kind === "agrees" && finding.grade, deserved, equation.tag);
    }
  });

  test(`a sign, a factor or a number changed in an equation of ${name} is found`, () => {
    const changes: [RegExp, string][] = [
      [/ - | \+ |(?<=[a-z])[-+](?=[a-z])/, "sign"],
      [/(?<![\d.{_^])\d+(?![\d.}])/, "number"],
    ];
    const planted = equations.flatMap((equation) =>
      changes.flatMap(([pattern, kind]) => {
        const tex = equation.tex.replace(pattern, (one) =>
          kind === "number" ? String(Number(one) + 5) : one.includes("-") ? " + " : " - ",
        );
        return tex === equation.tex ? [] : [{ ...equation, tex }];
      }),
    );
    assert.ok(planted.length >= 3, `${planted.length} planted`);
    for (const one of planted) {
      const { problems, unchecked } = agreementOf([one], made);
      const own = [...problems, ...unchecked].filter(({ text }) => text.startsWith(`${one.tag}: `));
      assert.is(own.length, 1, one.tex);
    }
  });
}

test.run();
