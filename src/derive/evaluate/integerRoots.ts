/** The largest integer whose square is not above the value. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The largest integer whose cube is not above a number. */
export function cubeRootOf(value: bigint): bigint {
  if (value < 0n) {
    const root = cubeRootOf(-value);
    return root ** 3n === -value ? -root : -root - 1n;
  }
  if (value < 2n) return value;
  // Newton's steps fall from above until they rise.
  let root = 1n << BigInt(Math.ceil((value.toString(16).length * 4) / 3) + 1);
  for (;;) {
    const next = (2n * root + value / (root * root)) / 3n;
    if (next >= root) return root;
    root = next;
  }
}
