/** Matrices beyond this many are counted, not printed: an output stays within two screens. */
const shownMatrices = 8;
/** Rows or columns beyond this many are left out of a printed matrix: as many as fit a page side by side. */
const shownEntries = 16;

/** A number with six significant digits at most, as a table shows it. */
export function shortNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

/** A tensor in plain text: its shape, then its matrices with columns set flush right. */
export function tensorPlain(data: Float64Array, shape: readonly number[]): string {
  const head = `Tensor [${shape.join(", ")}]`;
  const blocks = matrices(data, shape).map(({ label, rows }) => {
    const width = Math.max(...rows.flat().map((text) => text.length));
    const lines = rows.map((row) => row.map((text) => text.padStart(width)).join("  "));
    return (label ? `${label}\n` : "") + lines.join("\n");
  });
  return [head, ...blocks, ...more(shape)].join("\n");
}

/** A tensor in LaTeX: its matrices in brackets, each with its leading indices where there are any. */
export function tensorLatex(data: Float64Array, shape: readonly number[]): string {
  const blocks = matrices(data, shape).map(({ label, rows }) => {
    const body = rows.map((row) => row.map(latexEntry).join(" & ")).join(" \\\\ ");
    const matrix = `\\begin{bmatrix} ${body} \\end{bmatrix}`;
    return label ? `\\underset{${label}}{${matrix}}` : matrix;
  });
  return `$\\displaystyle ${[...blocks, ...more(shape).map((text) => `\\text{${text}}`)].join("\\quad ")}$`;
}

function latexEntry(text: string): string {
  if (text === "…") return "\\cdots";
  return text.replace(/e([+-]?)(\d+)$/, (_, sign, power) => {
    return ` \\times 10^{${sign === "-" ? "-" : ""}${power}}`;
  });
}

interface PrintedMatrix {
  /** Leading indices in brackets, empty if the tensor is one matrix. */
  label: string;
  rows: string[][];
}

function matrices(data: Float64Array, shape: readonly number[]): PrintedMatrix[] {
  const columns = shape[shape.length - 1] ?? 1;
  const rows = shape[shape.length - 2] ?? 1;
  const leading = shape.slice(0, -2);
  const count = Math.min(
    leading.reduce((product, size) => product * size, 1),
    shownMatrices,
  );
  return Array.from({ length: count }, (_, m) => ({
    label: leading.every((size) => size === 1) ? "" : `[${unravel(m, leading).join(", ")}]`,
    rows: cut(rows).map((r) =>
      cut(columns).map((c) => {
        if (r < 0 || c < 0) return "…";
        return shortNumber(data[(m * rows + r) * columns + c]);
      }),
    ),
  }));
}

function more(shape: readonly number[]): string[] {
  const count = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return count > shownMatrices ? [`and ${count - shownMatrices} more`] : [];
}

/** Indices 0 … size - 1, the middle of a long range replaced by -1. */
function cut(size: number): number[] {
  const all = Array.from({ length: size }, (_, index) => index);
  if (size <= shownEntries) return all;
  return [...all.slice(0, shownEntries - 2), -1, size - 1];
}

function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}
