import { Absent } from "../../tree/absent.js";
import type { Context } from "../../form/context.js";
import type { Turned } from "./turned.js";

type PartOfTurn = (ctx: Context, n: bigint) => Turned | undefined;
let procedure: PartOfTurn | undefined;

/** Hands over what makes algebraic numbers of the sine and cosine of pi/n: a page loads it with the first claim that asks. */
export function providePartOfTurn(partOfTurn: PartOfTurn): void {
  procedure = partOfTurn;
}

/** The sine and cosine of pi/n as algebraic numbers. @throws Absent where the procedure has to be loaded first */
export function algebraicTurn(ctx: Context, n: bigint): Turned | undefined {
  if (!procedure) throw new Absent();
  return procedure(ctx, n);
}
