import { isDeepStrictEqual } from "node:util";
import { type Definition, type DerivationJSON, type Taken, takenFrom } from "../record/index.js";

/**
 * What derivations take from others that these do not state, by the place of the taker: a definition is taken as it is
 * made, under the same assumptions, so that nobody can give a name a value by saying that another derivation did.
 */
export function wronglyTaken(
  derivations: readonly DerivationJSON[],
): { at: number; text: string }[] {
  const named = new Map<string, DerivationJSON[]>();
  for (const one of derivations) {
    const alike = named.get(one.id);
    if (alike) alike.push(one);
    else named.set(one.id, [one]);
  }
  const made = new Map(
    [...named].map(([id, all]) => [id, all.flatMap((one) => takenFrom(one, 0))] as const),
  );
  return derivations.flatMap(({ id, takes = [] }, at) =>
    takes.flatMap((taken) => {
      const why = wrong(taken, made.get(taken.id));
      return why === undefined ? [] : [{ at, text: `${id}: ${why}` }];
    }),
  );
}

function wrong(taken: Taken, made: readonly Taken[] | undefined): string | undefined {
  if (!made) return `takes definitions of ${taken.id}, which is not among the derivations here`;
  if (made.some((one) => states(one, taken))) return undefined;
  const all = made.flatMap(({ definitions }) => definitions);
  const odd = taken.definitions.find((one) => !all.some((own) => isDeepStrictEqual(own, one)));
  const what = odd ? `\`${textOf(odd)}\`` : "definitions under other assumptions";
  return `takes ${what} of ${taken.id}, which does not state it`;
}

/** A derivation may define more after it was used. */
const states = (made: Taken, taken: Taken): boolean =>
  isDeepStrictEqual(made.assumptions, taken.assumptions) &&
  isDeepStrictEqual(made.definitions.slice(0, taken.definitions.length), taken.definitions);

function textOf(one: Definition | Taken): string {
  if ("definitions" in one) return `the definitions of ${one.id}`;
  return "sequence" in one
    ? `${one.sequence}: ${one.first}, ${one.next}`
    : `${one.name} = ${one.value}`;
}
