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
