import type { Point } from "../../evaluate/evaluate.js";
import type { Form } from "../../form/ring/form.js";
import type { Context } from "../../form/context.js";
import { formExpression } from "../../form/formExpression.js";
import { formNames } from "../../form/ring/ring.js";
import { failsAt } from "../../signs/substituted.js";
import { expressionText } from "../../tree/text.js";
import { readable } from "../conditions/authored.js";
import type { Line } from "./line.js";
import type { Literal } from "../conditions/proposition.js";
import { atRoot, solutions } from "./solve.js";

/** Where a difference is 0 as far as is known, in words: at a solution that nothing known excludes. */
export function zeroText(ctx: Context, form: Form): string | undefined {
  const { signs, ring } = ctx;
  for (const name of formNames(ring, form)) {
    const root = solutions(ctx, form, name)?.find(
      (own) =>
        !failsAt(signs, name, (fact) => atRoot(ctx, fact, own)) &&
        !own.needs.some((need) => signs.positive({ ...need, scale: need.scale.neg() })),
    );
    if (root) return `${name} = ${expressionText(readable(formExpression(ctx, root.value)))}`;
  }
  return undefined;
}

/** Where a comparison fails on its line, in words: it may be at a root that is no fraction. */
export function failureText(line: Line | undefined, literal: Literal): string | undefined {
  const place = line?.places.find((own) => line.truth([[literal]], own) === false);
  if (!place) return undefined;
  const { low, high, value } = place;
  return value ? `${line!.name} = ${value}` : `a root between ${low} and ${high}`;
}

/** A place as it is named in a reason: values of a descent are no better known than to some digits. */
export function nearText({ symbols }: Point): string {
  const place = [...symbols].map(([name, value]) => `${name} = ${value.toFixed(6)}`);
  return `near ${place.join(", ")}`;
}

/** That sides seem to touch at a place, which values alone cannot tell. */
export const touchingText = (point: Point): string =>
  `the sides seem to be equal ${nearText(point)}`;
