import { parse } from "../../read/parse.js";
import { constantValue } from "../../tree/constants.js";
import { DerivationError } from "../../tree/errors.js";
import type { Expr } from "../../tree/expression.js";
import { type Law, laws, type LawName } from "./laws.js";

/** A law with its parameters. */
export interface Distribution {
  law: LawName;
  parameters: Expr[];
}

/**
 * Reads `Normal(mu, sigma^2)`. Where notes differ in what a parameter is, the text must say it.
 *
 * @throws DerivationError for a law that is not known, or parameters that may mean two things
 */
export function readLaw(source: string, text: string): Distribution {
  const refuse = (what: string) => new DerivationError(`assumption \`${text}\`: ${what}`);
  const [, name, inside] = /^([A-Za-z]\w*)\s*\((.*)\)$/s.exec(source.trim()) ?? [];
  if (name === undefined) {
    throw refuse("a law has a name and parameters, such as Normal(mu, sigma^2)");
  }
  if (/^Geo(?:m|metric)?$/.test(name)) {
    throw refuse(
      "a geometric law counts trials or failures: write GeometricFrom1(p) for the trials up to the first success, GeometricFrom0(p) for the failures before it",
    );
  }
  const found = (Object.entries(laws) as [LawName, Law][]).find(([, { spellings }]) =>
    spellings.includes(name),
  );
  if (!found) {
    const known = Object.values(laws).map(({ spellings: [first] }) => first);
    throw refuse(`${name} is no law that is known here: ${known.join(", ")}`);
  }
  const [law, { parameters: words, spellings }] = found;
  const tree = parse(`f(${inside})`);
  const parameters = tree.kind === "call" ? tree.args : [];
  if (parameters.length !== words.length) {
    throw refuse(
      `${spellings[0]} takes ${words.join(" and ")}, got ${parameters.length} parameters`,
    );
  }
  const { whole }: Law = laws[law];
  const count = whole === undefined ? undefined : constantValue(parameters[whole]);
  if (count && !count.isInteger)
    throw refuse(`${spellings[0]} takes ${words[whole!]}, a whole number, got ${count}`);
  const unclear = twofold(law, parameters);
  if (unclear !== undefined) throw refuse(unclear);
  return { law, parameters };
}

/** What a last parameter may mean besides what it is read as; a variance that is a deviation, a rate that is a scale. */
function twofold(law: LawName, parameters: readonly Expr[]): string | undefined {
  const last = parameters.at(-1);
  if (last?.kind !== "symbol") return undefined;
  if (
    law === "normal" &&
    /^(?:sigma|s|sd|std)(?:_?[A-Za-z0-9]+)?$/.test(last.name) &&
    !/2$/.test(last.name)
  ) {
    return `${last.name} may be the deviation: the second parameter is the variance, write ${last.name}^2`;
  }
  const isScale = (law === "gamma" || law === "exponential") && /^(?:theta|scale)$/.test(last.name);
  return isScale
    ? `${last.name} may be a scale: the last parameter is the rate, write 1/${last.name}`
    : undefined;
}
