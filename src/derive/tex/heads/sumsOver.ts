import { call, type Expr, symbol } from "../../tree/expression.js";
import { refuseLoose } from "../factors/loose.js";
import { binding, type Reading, refuse } from "../reading/reading.js";
import { mentions } from "../../tree/names.js";
import type { Token } from "../reading/tokens.js";
import type { Below } from "./ranges.js";

/** A sum over the declared range of its index, or over values that are not listed: `\sum_{x} p(x)`, `\sum_{i,j} a_{ij}`, `\sum_{x \in S} x`. */
export function over(reading: Reading, operator: Token, { names, set }: Below): Expr {
  if (!set) refuseLater(reading, operator, names);
  const begin = reading.next;
  const body = names.reduce(
    (read: () => Expr, name) => () => binding(reading, name, read),
    () => reading.grammar.product(reading),
  )();
  refuseLoose(reading, operator, body, { name: names.at(-1)!, begin });
  reading.tail = [...names, ...reading.tail];
  const head = operator.text === "sum" ? "sumOver" : "prodOver";
  return names.reduceRight((inner, name) => {
    const range = set ? undefined : reading.declared.ranges?.get(name);
    return range
      ? call(operator.text, inner, symbol(name), ...range)
      : call(head, inner, symbol(name), ...(set ? [set] : []));
  }, body);
}

/** Refuses limits that depend on an index which a later name binds: outside that sum it would be another one. */
function refuseLater(reading: Reading, operator: Token, names: readonly string[]): void {
  for (const [i, name] of names.entries()) {
    const limits = reading.declared.ranges?.get(name) ?? [];
    const later = names.slice(i + 1).find((one) => limits.some((limit) => mentions(limit, one)));
    if (later === undefined) continue;
    throw refuse(
      reading,
      operator,
      `the limits of ${name} depend on ${later}, which stands behind it`,
      `write ${later} before ${name}`,
    );
  }
}
