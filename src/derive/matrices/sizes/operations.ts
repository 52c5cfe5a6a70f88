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

/** Functions that are taken of each entry; a power series of a matrix is another thing, so exp(A) has no place here. */
export const entrywiseFunctions: ReadonlySet<string> = new Set(
  "exp log ln sqrt sin cos tanh sigmoid softplus relu abs square".split(" "),
);

/** Those of them that are taken of each entry of a matrix, too: no other function of matrices has their name. */
export const entrywiseOfMatrices: ReadonlySet<string> = new Set(
  "tanh sigmoid softplus relu".split(" "),
);
