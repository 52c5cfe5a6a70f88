import { call, type Expr, symbol } from "../../tree/expression.js";
import { application, type Arguments } from "../scripts/callArguments.js";
import { powered } from "../scripts/powers.js";
import { enclosed, needs, type Reading, take, takes } from "../reading/reading.js";

/** `\mathbb{P}\{X > 1\}`: braces in the place of parentheses. */
export function ofBraces(reading: Reading, name: string): Expr {
  const open = take(reading);
  return enclosed(reading, () => {
    const expr = reading.grammar.event(reading, reading.grammar.sum(reading));
    const value = takes(reading, "=") ? reading.grammar.sum(reading) : undefined;
    needs(reading, "\\}", "\\} or a further term");
    return application(reading, open, name, {
      items: [{ expr, value }],
      outcomes: value !== undefined,
    });
  });
}

/** `F^{-1}(p)`: the value of the inverse of a function. */
export const inverseAt = (reading: Reading, name: string, { items }: Arguments): Expr => {
  reading.found.functions.add(name);
  return powered(
    reading,
    call("memberAt", call("inverseOf", symbol(name)), ...items.map(({ expr }) => expr)),
  );
};
