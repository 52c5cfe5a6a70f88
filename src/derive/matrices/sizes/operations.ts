/** The functions of matrices by what they are, under each name that readers give them. */
export const operations = new Map<string, Operation>(
  Object.entries({
    transpose: "transpose",
    inverse: "inverse inv",
    trace: "tr Tr trace",
    determinant: "det Det",
    logDeterminant: "logdet",
    kronecker: "kron",
    hadamard: "hadamard times",
    vec: "vec",
    diag: "diag",
    norm: "norm",
    inner: "inner dot",
    total: "total",
    softmax: "softmax",
    derivative: "D partial grad gradient jacobian",
    hessian: "hessian",
    product: "matmul",
  } satisfies Record<string, string>).flatMap(([operation, names]) =>
    names.split(" ").map((name) => [name, operation as Operation] as const),
  ),
);

export type Operation =
  | "transpose"
  | "inverse"
  | "trace"
  | "determinant"
  | "logDeterminant"
  | "kronecker"
  | "hadamard"
  | "vec"
  | "diag"
  | "norm"
  | "inner"
  | "total"
  | "softmax"
  | "derivative"
  | "hessian"
  | "product";
