import { isNoAnswer, NoValue } from "../tree/errors.js";
import { intervals } from "../evaluate/interval.js";
import { Arithmetic, type Value } from "../evaluate/value.js";
import { type Form, fromPoly } from "../form/ring/form.js";
import { type Monomial, whole } from "../form/ring/monomial.js";
import type { Poly } from "../form/ring/polynomial.js";
import type { Meaning, Ring } from "../form/ring/ring.js";
import { Rational } from "../../num/index.js";

/** Sums of a few roots that differ do so long before the 256th bit. */
const math = new Arithmetic(intervals(256));

/** Each term is enclosed with all its roots: a longer sum is left to the other ways. */
const mostTerms = 20;

/** The sign of a polynomial in numbers such as sqrt(2), pi or e alone, where an enclosure tells it. */
export function constantSign(ring: Ring, poly: Poly): 1 | -1 | undefined {
  if (poly.size > mostTerms) return undefined;
  for (const term of poly.keys()) {
    for (const id of term.atoms) {
      const { kind, names } = ring.atoms[id];
      const isKnown = ["prime", "pi", "exp", "log", "root", "call"].includes(kind);
      if (names.size || !isKnown) return undefined;
    }
  }
  try {
    const sign = math.sign(valueOf(ring, fromPoly(ring, poly)));
    return sign === 0 ? undefined : sign;
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}

function valueOf(ring: Ring, form: Form): Value {
  let value: Value = math.mul(form.scale, ofMonomial(ring, form.mono));
  for (const { poly, exponent } of form.factors) {
    const terms = [...poly].map(([term, factor]) =>
      math.mul(Rational.of(factor), ofMonomial(ring, term)),
    );
    const sum = terms.reduce((a, b) => math.add(a, b));
    value = math.mul(value, math.pow(sum, Rational.of(BigInt(exponent))));
  }
  return value;
}

function ofMonomial(ring: Ring, term: Monomial): Value {
  return term.atoms
    .map((id, i) => {
      const exponent = Rational.of(BigInt(term.exponents[i]), BigInt(whole));
      return math.pow(ofAtom(ring, id), exponent);
    })
    .reduce<Value>((a, b) => math.mul(a, b), Rational.of(1n));
}

function ofAtom(ring: Ring, id: number): Value {
  const atom = ring.atoms[id];
  switch (atom.kind) {
    case "prime":
      return Rational.of(atom.value);
    case "exp":
      return math.exp(valueOf(ring, atom.of));
    case "log":
      return math.log(valueOf(ring, atom.of));
    case "root":
      return math.pow(valueOf(ring, atom.of), Rational.of(1n, BigInt(atom.degree)));
    case "pi":
      return math.pi();
    case "call":
      return circular(ring, atom);
    default:
      throw new NoValue(`no enclosure of a ${atom.kind} is known here`);
  }
}

function circular(ring: Ring, { name, args }: Meaning & { kind: "call" }): Value {
  if (name === "sin") return math.sin(valueOf(ring, args[0]));
  if (name === "cos") return math.cos(valueOf(ring, args[0]));
  throw new NoValue(`no enclosure of ${name} is known here`);
}
