import { checkInteger, checkKeys, refuseValue } from "../../num/check.js";

/** Sizes of a convolution in the letters of the notes; stride 1, no padding. */
export interface ConvSizes {
  /** Input channels, 1 … 64. */
  M?: number;
  /** Output channels, 1 … 64. */
  N?: number;
  /** Side of the kernel, 1 … 9. */
  DK?: number;
  /** Side of the input, 1 … 12. */
  DF?: number;
}

/** The sizes with what follows from them, or a refusal by name. */
export function convSizes(fn: string, sizes: ConvSizes, more: readonly string[] = []) {
  checkKeys(fn, "sizes", sizes, ["M", "N", "DK", "DF", ...more]);
  const { M = 3, N = 4, DK = 3, DF = 7 } = sizes;
  checkInteger(fn, "M", M, { min: 1, max: 64 });
  checkInteger(fn, "N", N, { min: 1, max: 64 });
  checkInteger(fn, "DK", DK, { min: 1, max: 9 });
  checkInteger(fn, "DF", DF, { min: 1, max: 12 });
  if (DK > DF) refuseValue(fn, "DK", `be at most DF (${DF})`, DK);
  return { M, N, DK, DF, DG: DF - DK + 1 };
}

/** How many of many slabs or kernels are drawn: the words give the number. */
export function drawn(count: number, most = 5): number {
  return Math.min(count, most);
}

/** `1 kernel`, `4 kernels`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
