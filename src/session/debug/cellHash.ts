/** Where the hash begins; a client is told it and hashes the cells by it, too. */
export const hashSeed = 0x5eed_ce11;

const factor = 0x5bd1e995;

/**
 * The number by which a client and this kernel know a cell without having spoken of it: MurmurHash2 of its text.
 *
 * @source MurmurHash2 (Austin Appleby, public domain), in the form that Jupyter's `debugInfo` calls Murmur2
 */
export function cellHash(code: string, seed = hashSeed): number {
  const bytes = Buffer.from(code);
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  const mix = (word: number) => (hash = Math.imul(hash, factor) ^ word);
  for (let at = 0; at < whole; at += 4) {
    const word = Math.imul(bytes.readInt32LE(at), factor);
    mix(Math.imul(word ^ (word >>> 24), factor));
  }
  if (whole < bytes.length) {
    for (let at = whole; at < bytes.length; at++) hash ^= bytes[at] << (8 * (at - whole));
    hash = Math.imul(hash, factor);
  }
  hash = Math.imul(hash ^ (hash >>> 13), factor);
  return (hash ^ (hash >>> 15)) >>> 0;
}
