import { symbol } from "../tree/expression.js";
import { expressionLatex } from "../notation/latex.js";
import { freeNames, substitute } from "../tree/names.js";
import { also, type StatedCondition, type Verdict } from "../decide/conditions/verdict.js";
import type { RuleId } from "../../record/types.js";
import { mayVary, mostlyVaries, variesBeside } from "./convention.js";
import type { Jets } from "./jets.js";
import { polynomials } from "./taylor.js";

const constants = new Set(["pi", "e", "Infinity"]);

/** The rules by which derivatives of quantities were read, and by which one was passed through others. */
const readBy = ({ jets, through }: Jets): RuleId[] => [
  ...(jets.size ? (["quantity-derivative"] as const) : []),
  ...(through.size ? (["chain-rule"] as const) : []),
];

/** A verdict on names of derivatives as one on the derivatives themselves, with what was taken to depend on what. */
export function told(verdict: Verdict, jets: Jets, variables: ReadonlySet<string>): Verdict {
  const witness = verdict.witness && {
    ...verdict.witness,
    point: polynomials(verdict.witness.point, jets),
  };
  const own = verdict.conditions.map((one) => ({
    ...one,
    latex: withDerivatives(one.latex, jets),
    demand: demanded(one.demand, jets),
  }));
  const ruled = also(verdict, ...readBy(jets));
  const shown = { ...ruled, conditions: own, ...(witness ? { witness } : {}) };
  if (verdict.grade !== "proved" && verdict.grade !== "proved-if" && verdict.grade !== "tested") {
    return shown;
  }
  const more = [...chained(jets), ...heldConstant(jets, variables)];
  const conditions = [...own, ...more.filter(({ text }) => !own.some((one) => one.text === text))];
  const open = more.some(({ metBy }) => metBy === undefined);
  const grade = open && verdict.grade === "proved" ? "proved-if" : verdict.grade;
  return { ...shown, grade, conditions, method: verdict.method + parameters(jets, variables) };
}

/** A demand on what it stands for. */
function demanded(demand: StatedCondition["demand"], { jets }: Jets): StatedCondition["demand"] {
  if (typeof demand !== "object") return demand;
  const trees = new Map([...jets].map(([name, { tree }]) => [name, tree]));
  const { expr, base } = demand;
  return { ...demand, expr: substitute(expr, trees), base: base && substitute(base, trees) };
}

/** What stands for a derivative in a condition's LaTeX, as the derivative. */
function withDerivatives(latex: string, { jets }: Jets): string {
  let text = latex;
  for (const [name, { tree }] of jets)
    text = text.replaceAll(expressionLatex(symbol(name)), expressionLatex(tree));
  return text;
}

/** Where the chain rule was used of \partial: that the quantity has no other argument that varies. */
function chained({ graph, through }: Jets): StatedCondition[] {
  return [...through.values()].map(({ of, by }) => {
    const args = graph.args(of);
    const between = args.filter((arg) => arg !== by && graph.reaches(arg, by));
    const ways = [...(args.includes(by) ? [directly] : []), ...between];
    return onlyThrough(of, by, ways);
  });
}

/** That one name depends on another only through some. */
export function onlyThrough(of: string, by: string, ways: readonly string[]): StatedCondition {
  const between = ways.filter((way) => way !== directly);
  const list = (all: readonly string[], and: string) =>
    all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")}${and}${all.at(-1)}`;
  const words = (name: (text: string) => string, say: (words: string) => string) =>
    [
      ...(between.length < ways.length ? [say(directly)] : []),
      ...(between.length ? [`${say("through ")}${list(between.map(name), say(" and "))}`] : []),
    ].join(say(" and "));
  const latex = (text: string) => expressionLatex(symbol(text));
  const say = (text: string) => ` \\text{${text}} `;
  return {
    text: `${of} depends on ${by} only ${words(String, String)}`,
    latex: `${latex(of)} \\text{ depends on } ${latex(by)} \\text{ only } ${words(latex, say)}`,
    demand: "dependence",
  };
}

const directly = "directly";

/** What was held constant although it mostly is a function of the variable. */
function heldConstant(jets: Jets, variables: ReadonlySet<string>): StatedCondition[] {
  const { ranged, graph } = jets;
  const found = new Map<string, StatedCondition>();
  for (const { of, by, kind, free } of ranged) {
    if (kind === "partial") continue;
    const alone = kind !== "D" && !freeNames(of).has(by);
    const beside = [...freeNames(of)].flatMap((name) => jets.quantityOf(name) ?? []);
    const varies = (name: string) =>
      kind === "D"
        ? mostlyVaries(name, by) || variesBeside(name, beside)
        : alone && mayVary(name, by);
    for (const name of free) {
      if (graph.has(name) || variables.has(name) || !varies(name)) continue;
      const text = `${name} does not depend on ${by}`;
      const [one, two] = [name, by].map((each) => expressionLatex(symbol(each)));
      found.set(text, {
        text,
        latex: `${one} \\text{ does not depend on } ${two}`,
        demand: "dependence",
      });
    }
  }
  return [...found.values()];
}

/** `; constant in x: a, b` for the names that were taken as parameters. */
function parameters({ ranged, graph }: Jets, variables: ReadonlySet<string>): string {
  const isParameter = (name: string) =>
    !constants.has(name) && !variables.has(name) && !graph.has(name);
  const found = new Map<string, Set<string>>();
  for (const { by, free } of ranged) {
    const own = found.get(by) ?? new Set<string>();
    for (const name of free) if (isParameter(name)) own.add(name);
    found.set(by, own);
  }
  return [...found]
    .filter(([, names]) => names.size > 0)
    .map(([by, names]) => `; constant in ${by}: ${[...names].sort().join(", ")}`)
    .join("");
}
