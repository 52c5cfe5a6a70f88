const greek = new Set(
  (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
  ).split(" "),
);

/** Names that stand for a symbol of the notes which they do not spell (NOTATION.md). */
const symbols: Record<string, string> = { yhat: "\\hat{y}", prior: "\\pi" };

/** A name of the engine's as TeX: `sigma2` is σ², `muML` is μ with ML below, `D_K` is D with K below. */
export function nameTex(name: string): string {
  if (Object.hasOwn(symbols, name)) return symbols[name];
  const [, letters, digits = "", below = ""] =
    /^([A-Za-z]+?)(\d*)(?:_(\w+)|(ML))?$/.exec(name) ?? [];
  if (!letters) return `\\text{${name.replace(/[\\{}_^$#%&~]/g, " ")}}`;
  const end = /(ML)$/.exec(name)?.[1] ?? below;
  const base = letters.replace(/ML$/, "");
  const stem = greek.has(base) ? `\\${base}` : base.length === 1 ? base : `\\mathrm{${base}}`;
  const square = base === "sigma" && digits === "2" ? "^2" : "";
  const index = [square ? "" : digits, end].filter(Boolean).join(",");
  return `${stem}${square}${index ? `_{${index === "ML" ? "\\mathrm{ML}" : index}}` : ""}`;
}

/** Assumptions with names of one kind put together: `M, N integer >= 1`. */
export function assumptionsTex(texts: string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const text of texts) {
    const [, name = text, rest = ""] =
      /^([A-Za-z]\w*) (?=[<>]|!=|[a-z]{2,}\b)(.+)$/.exec(text) ?? [];
    kinds.set(rest, [...(kinds.get(rest) ?? []), name]);
  }
  return [...kinds].flatMap(([rest, names]) =>
    rest ? [`${names.map(nameTex).join(",")} ${assumptionTex(rest)}`] : names.map(assumptionTex),
  );
}

const signs = new Map(
  Object.entries({
    ...{ ">=": "\\ge", "<=": "\\le", "!=": "\\ne", "*": "\\,", and: "\\text{ and }" },
    ...{ "~": "\\sim", "×": "\\times" },
  }),
);

/** Words that say what is assumed; the others are names. */
const words = new Set(
  (
    "integer real density constant finite depends on only through does not depend random variable independent of iid " +
    "uncorrelated identically distributed jointly normal weights from to function family imaginary unit complex base vector matrix " +
    "symmetric orthogonal invertible square positive definite"
  ).split(" "),
);

/** An assumption such as `N integer >= 1` as TeX. */
export function assumptionTex(text: string): string {
  const sized = text.replace(/(\bmatrix \w+) x (?=\w)/, "$1 × ");
  return tokensTex(sized.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|[<>!]=|\S/g) ?? []);
}

/** An exponent of several characters goes into braces: 10^12 would have the exponent 1 on the page. */
function tokensTex(tokens: string[]): string {
  const at = tokens.indexOf("^");
  if (at < 0) return plainTex(tokens);
  const rest = tokens.slice(at + 1);
  const sign = rest[0] === "-" ? 1 : 0;
  const end = rest[sign] === "(" ? closing(rest, sign) : sign;
  const exponent = rest.slice(0, end + 1);
  return `${plainTex(tokens.slice(0, at))} ^{${plainTex(exponent)}} ${tokensTex(rest.slice(end + 1))}`.trim();
}

/** Tokens without exponents; what stands in brackets behind a name is its index. */
const plainTex = (tokens: string[]): string =>
  tokens
    .map(tokenTex)
    .join(" ")
    .replaceAll(" } \\text{ ", " ")
    .replace(/([\w}]) \[ ([^[\]]*) \]/g, "$1_{$2}");

/** The place of the bracket that closes the one at a place; the last place where none does. */
function closing(tokens: string[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i] === "(") depth++;
    if (tokens[i] === ")" && --depth === 0) return i;
  }
  return tokens.length - 1;
}

function tokenTex(token: string): string {
  if (words.has(token)) return `\\text{ ${token} }`;
  return signs.get(token) ?? (/^[A-Za-z]/.test(token) ? nameTex(token) : escapeSign(token));
}

function escapeSign(sign: string): string {
  return /^[\\{}$#%&~_]$/.test(sign) ? "" : sign;
}

/** An exact value as the checker states it, as TeX; a fraction is followed by four figures of its decimal. */
export function valueTex(value: string): string {
  const fraction = /^(-?)(\d+)\/(\d+)$/.exec(value);
  if (fraction) {
    const [, sign, over, under] = fraction;
    const tex = `${sign}\\frac{${over}}{${under}}`;
    if (under.length < 2) return tex;
    const decimal = Number(`${sign}${over}`) / Number(under);
    return Number.isFinite(decimal) ? `${tex} \\approx ${figures(decimal)}` : tex;
  }
  if (/^-?\d+(\.\d+)?$/.test(value)) return value;
  return `\\text{${value.replace(/[\\{}$#%&~_^]/g, " ")}}`;
}

/** A number with three to five digits, enough to see what it is: all of them stand in the evidence. */
function figures(x: number): string {
  if (x !== 0 && (Math.abs(x) < 1e-4 || Math.abs(x) >= 1e7)) {
    const [mantissa, exponent] = x.toExponential(3).split("e");
    return `${mantissa} \\times 10^{${Number(exponent)}}`;
  }
  if (Math.abs(x) >= 0.01 && Math.abs(x) < 1) return x.toFixed(4);
  return Math.abs(x) < 1 ? String(Number(x.toPrecision(3))) : String(Number(x.toPrecision(5)));
}

/** The point at which a claim fails, as TeX, one piece for each name; empty for a claim without variables. */
export function pointTex(point: Record<string, string>): string[] {
  return Object.entries(point).map(
    ([name, value]) => `${nameTex(name)} = ${valueTex(value).replace(/ \\approx.*$/, "")}`,
  );
}
