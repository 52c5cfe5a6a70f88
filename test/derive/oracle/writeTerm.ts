import { argsOf, isNum, type Term } from "./term.js";

const rank: Record<string, number> = { "+": 1, "-": 2, "*": 3, "/": 3, "^": 4 };

/** A term in mathjs's syntax, or in Python's for SymPy (`power` is then `**`). */
export function writeTerm(term: Term, power: "^" | "**" = "^"): string {
  const write = (one: Term, within: number): string => {
    const own = rank[one.fn] ?? 9;
    const text = bare(one);
    const minus = isNum(one) && (one.value.n < 0n || one.value.d !== 1n);
    return own < within || (minus && within > 1) ? `(${text})` : text;
  };
  const bare = (one: Term): string => {
    if ("value" in one) {
      const { n, d } = one.value;
      if (d === 1n) return `${n}`;
      return power === "^" ? `${n}/${d}` : `Rational(${n}, ${d})`;
    }
    if ("name" in one) return one.name;
    if ("measure" in one) {
      const outcomes = (list: [string, string][]) => list.map((pair) => pair.join("=")).join(", ");
      const given = one.given.length ? ` | ${outcomes(one.given)}` : "";
      return `${one.measure}(${outcomes(one.of)}${given})`;
    }
    const [first, second] = one.args;
    switch (one.fn) {
      case "+":
        return one.args
          .map((arg, i) => {
            if (i === 0) return write(arg, 1);
            return arg.fn === "-" ? ` - ${write(argsOf(arg)[0], 3)}` : ` + ${write(arg, 2)}`;
          })
          .join("");
      case "*":
        return one.args.map((arg, i) => write(arg, i ? 4 : 3)).join("*");
      case "/":
        return `${write(first, 3)}/${write(second, 4)}`;
      case "-":
        return `-${write(first, 3)}`;
      case "^":
        return `${write(first, 5)}${power}${write(second, 5)}`;
      case "[]":
        return `${bare(first)}[${one.args
          .slice(1)
          .map((arg) => write(arg, 0))
          .join(", ")}]`;
      case "list":
        return `[${one.args.map((arg) => write(arg, 0)).join(", ")}]`;
      default:
        return `${one.fn}(${one.args.map((arg) => write(arg, 0)).join(", ")})`;
    }
  };
  return write(term, 0);
}
