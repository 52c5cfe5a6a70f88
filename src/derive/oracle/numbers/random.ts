/** A number from a text and a salt, the same each time. */
export function hash(text: string, salt: number): number {
  let mixed = (salt + 11) * 2654435761;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 16777619);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return (mixed ^ (mixed >>> 17)) >>> 0;
}

export const chosen = <T>(from: readonly T[], text: string, salt: number): T =>
  from[hash(text, salt) % from.length];
