/** An expression of matrices as the search makes it, with its size in letters. */
export interface Matrix {
  op: "name" | "transpose" | "times" | "plus" | "trace" | "inverse" | "negate" | "double";
  name: string;
  parts: Matrix[];
  rows: string;
  columns: string;
}

/** The text of a claim's side. */
export function text({ op, name, parts }: Matrix): string {
  const [a, b] = parts.map(text);
  switch (op) {
    case "name":
      return name;
    case "transpose":
      return `transpose(${a})`;
    case "times":
      return `(${a})*(${b})`;
    case "plus":
      return `(${a} + ${b})`;
    case "trace":
      return `tr(${a})`;
    case "inverse":
      return `(${a})^(-1)`;
    case "negate":
      return `(-(${a}))`;
    case "double":
      return `(2*(${a}))`;
  }
}

type Rows = number[][];

const sizes = [
  { n: 2, m: 3, "1": 1 },
  { n: 3, m: 2, "1": 1 },
];

/** Numbers between -1 and 1 by name and place. */
const entry = (name: string, i: number, j: number): number =>
  Math.sin(12.9898 * name.charCodeAt(0) + 78.233 * i + 37.719 * j);

/** The value in doubles, for one of two sizes; undefined where an inverse is nearly singular. */
export function valueOf(of: Matrix, which: 0 | 1): Rows | undefined {
  const size = sizes[which] as Record<string, number>;
  const parts = of.parts.map((part) => valueOf(part, which));
  if (parts.some((part) => part === undefined)) return undefined;
  const [a, b] = parts as Rows[];
  switch (of.op) {
    case "name": {
      const rows = Array.from({ length: size[of.rows] }, (_, i) =>
        Array.from({ length: size[of.columns] }, (_, j) => entry(of.name, i, j)),
      );
      return of.name === "S"
        ? rows.map((row, i) => row.map((value, j) => value + rows[j][i]))
        : rows;
    }
    case "transpose":
      return a[0].map((_, j) => a.map((row) => row[j]));
    case "times":
      return a.map((row) =>
        b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)),
      );
    case "plus":
      return a.map((row, i) => row.map((value, j) => value + b[i][j]));
    case "trace":
      return [[a.reduce((sum, row, i) => sum + row[i], 0)]];
    case "inverse":
      return inverseOf(a);
    case "negate":
      return a.map((row) => row.map((value) => -value));
    case "double":
      return a.map((row) => row.map((value) => 2 * value));
  }
}

/** Cramer's rule. */
function inverseOf(a: Rows): Rows | undefined {
  const det = determinant(a);
  if (Math.abs(det) < 1e-3) return undefined;
  return a.map((_, i) =>
    a.map((_, j) => (((i + j) % 2 ? -1 : 1) * determinant(minor(a, j, i))) / det),
  );
}

const minor = (a: Rows, i: number, j: number): Rows =>
  a.filter((_, k) => k !== i).map((row) => row.filter((_, k) => k !== j));
const determinant = (a: Rows): number =>
  a.length === 0
    ? 1
    : a[0].reduce(
        (sum, value, j) => sum + (j % 2 ? -1 : 1) * value * determinant(minor(a, 0, j)),
        0,
      );

/** Whether two expressions certainly differ: by far more than doubles round. */
export function differ(one: Matrix, other: Matrix): boolean {
  return ([0, 1] as const).some((which) => {
    const [a, b] = [valueOf(one, which), valueOf(other, which)];
    if (!a || !b) return false;
    const largest = Math.max(1, ...a.flat().map(Math.abs), ...b.flat().map(Math.abs));
    return a.some((row, i) => row.some((value, j) => Math.abs(value - b[i][j]) > 1e-6 * largest));
  });
}
