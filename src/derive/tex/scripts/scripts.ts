import type { Expr } from "../../tree/expression.js";
import { headLatex } from "../write/nameLatex.js";
import { greek } from "../reading/letters.js";
import { type Reading, refuse } from "../reading/reading.js";
import type { Scripted } from "./head.js";

/** Letters that with a number below and one above count choices: C_n^k, A_n^k, P_n^k. */
const counting = new Set(["C", "A", "P"]);

/** Refuses a letter whose scripts may say another thing than an entry and its power. */
export function refuseScripts(reading: Reading, scripted: Scripted): void {
  const { token, head, below, above } = scripted;
  if (!below) return;
  const indices = "indices" in below ? below.indices : undefined;
  if (isDeclared(reading, head)) return;
  if (above && counting.has(head) && isShort(above) && (indices?.length ?? 1) === 1) {
    throw refuse(
      reading,
      token,
      `${head} with a number below and one above may count choices`,
      `write \\binom{n}{k} for a binomial, (${head}_n)^k for a power`,
    );
  }
  if (above && indices && indices.length > 1 && !isNatural(above)) {
    throw refuse(
      reading,
      token,
      "this may be the power of an entry, an upper index or an entry of an inverse",
      `write \\left(${headLatex(head)}_{i,j}\\right)^{k} for a power`,
    );
  }
  const isBelow = "name" in below && greek.has(below.name.text);
  if (isBelow && above?.kind === "symbol" && greek.has(above.name) && head !== "sigma") {
    throw refuse(
      reading,
      token,
      "the letter above may be an index or a power",
      "write both below, x_{\\mu,\\nu}, for an entry, (x_\\nu)^\\mu for a power",
    );
  }
  const isLeviCivita = (indices?.length ?? 0) >= 3 && /^(?:var)?epsilon$/.test(head);
  if (isLeviCivita) {
    throw refuse(
      reading,
      token,
      "the symbol of Levi-Civita is not read",
      "write the sum with its signs, or another letter for a family",
    );
  }
  if (head === "delta" && "name" in below && /^\d\d$/.test(below.name.text)) {
    throw refuse(
      reading,
      token,
      "this may be Kronecker's delta or a name",
      "write \\delta_{1,2} for Kronecker's delta, another letter for a name",
    );
  }
}

/** Whether a name with this head is declared: w, or w2 and w_K for an entry or a name of w. */
const isDeclared = ({ declared }: Reading, head: string): boolean =>
  declared.families.has(head) ||
  [...declared.symbols, ...declared.families.keys()].some(
    (name) => name.startsWith(head) && /^[\d_]/.test(name.slice(head.length)),
  );

const isShort = ({ kind }: Expr): boolean => kind === "number" || kind === "symbol";
const isNatural = (expr: Expr): boolean =>
  expr.kind === "number" && expr.value.isInteger && expr.value.sign > 0;
