import type { Fact } from "../../assumptions/assumptions.js";
import type { StatedCondition } from "../../decide/conditions/verdict.js";
import type { Expr } from "../../tree/expression.js";
import { expressionText } from "../../tree/text.js";
import { isAtom, type RandomNames, type Variable } from "../names.js";
import type { Factor } from "../terms.js";

/** What must be finite for a claim about means to have a meaning. */
export class Needs {
  readonly #powers = new Map<string, number>();
  readonly #products = new Map<string, string[]>();
  readonly #means = new Set<string>();
  readonly #words = new Set<string>();
  /** What is said of parameters by a condition: it may be used. */
  readonly facts: Fact[] = [];
  /** Whether a value must lie in a support of which no point knows. */
  isInWords = false;

  /** Whether something but a power or a product must have a mean. */
  get isOpaque(): boolean {
    return this.#means.size > 0;
  }

  /** A power of a variable has a mean. */
  power(variable: Variable, power: number): void {
    const name = written(variable);
    this.#powers.set(name, Math.max(power, this.#powers.get(name) ?? 0));
  }

  /** A product of two variables has a mean: where both have a variance it does. */
  product(block: readonly Factor[], names: RandomNames): void {
    const variables = block.flatMap(({ base }) =>
      isAtom(base, names) ? [names.variables.get(base.name)!] : [],
    );
    const isNormal = names.normal.some((all) => variables.every(({ name }) => all.has(name)));
    if (isNormal) return;
    const lawless = variables.filter(({ distribution }) => !distribution).map(written);
    if (lawless.length) this.#products.set(variables.map(written).join("*"), lawless);
  }

  /** Something else has a mean. */
  mean(of: Expr, variables: readonly Variable[]): void {
    const indices = [...new Set(variables.flatMap((variable) => variable.indices))];
    const every = indices.length ? ` for every ${indices.join(", ")}` : "";
    this.#means.add(`E(${expressionText(of)}) is finite${every}`);
  }

  /** A value lies in a support: that it is not negative may be used, what is said in words alone not. */
  within(text: string, least?: Expr): void {
    this.#words.add(text);
    if (least) this.facts.push({ kind: "compare", expr: least, relation: ">=", text });
    else this.isInWords = true;
  }

  /** A mean is finite, that is, an expression is positive. */
  positive(expr: Expr, text: string): void {
    this.#words.add(text);
    this.facts.push({ kind: "compare", expr, relation: ">", text });
  }

  /** As conditions, met where an assumption says so: `Var(X) finite`. */
  conditions(assumed: readonly string[]): StatedCondition[] {
    const said = assumed.flatMap((text) => granted(text));
    const products = [...this.#products].filter(([, names]) =>
      names.some((name) => (this.#powers.get(name) ?? 0) < 2),
    );
    const all = [
      ...[...this.#powers].map(([name, power]) => ({ text: finite(name, power), name, power })),
      ...products.map(([product]) => ({
        text: `E(${product}) is finite`,
        name: product,
        power: 1,
      })),
      ...[...this.#words].map((text) => ({ text, name: text, power: 1 })),
      ...[...this.#means].map((text) => ({ text, name: text, power: 1 })),
    ];
    return all.map(({ text, name, power }) => ({
      text,
      latex: `\\text{${text}}`,
      demand: "convergence" as const,
      metBy: said.find((one) => one.name === name && one.power >= power)?.text,
    }));
  }
}

const written = ({ like, name, indices, isAlike }: Variable): string =>
  indices.length ? `${isAlike ? like : name}[${indices.join(", ")}]` : like;

const finite = (name: string, power: number): string => {
  const every = /\[(.*)\]/.exec(name);
  const of = power === 1 ? `E(${name})` : power === 2 ? `Var(${name})` : `E(abs(${name})^${power})`;
  return `${of} is finite${every ? ` for every ${every[1]}` : ""}`;
};

/** What `Var(X) finite`, `E(X^4) finite` or `E|X| finite` grants. */
function granted(text: string): { name: string; power: number; text: string }[] {
  const [, operator, inside] = /^\s*(E|Var)\s*[([|]\s*(.*?)\s*[)\]|]\s*finite\s*$/.exec(text) ?? [];
  if (inside === undefined) return [];
  const [, name, exponent = "1"] =
    /^(?:abs\()?(\w+(?:\[[\w, ]+\])?)\)?(?:\^(\d+))?$/.exec(inside) ?? [];
  if (name === undefined) return [{ name: inside.replace(/\s/g, ""), power: 1, text }];
  return [{ name, power: operator === "Var" ? 2 : Number(exponent), text }];
}
