import type { Step } from "../../record/index.js";
import { breakable } from "../maths/breaking.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import type { Maths } from "../maths/maths.js";
import { slipOf } from "./slip.js";
import { pointTex, valueTex } from "./names.js";
import type { Chapter } from "../types.js";

/** Every place where the notes print something that is not so; empty if there is none. */
export function errataTable(chapters: Chapter[], maths: Maths): Html {
  const rows = chapters.flatMap((chapter) =>
    chapter.derivations.flatMap(({ derivation }) =>
      derivation.errata.map((erratum, i) => {
        const slip = slipOf(erratum, maths.inline);
        const href = markup`${escapeHtml(chapter.slug)}.html#${escapeHtml(derivation.id)}-erratum-${i + 1}`;
        const where = markup`${chapter.number === undefined ? "" : markup`Ch. ${chapter.number}, `}<a href="${href}">${escapeHtml(derivation.id)}</a>`;
        return row(
          where,
          breakable(slip.printedSide),
          breakable(slip.correctedSide),
          failing(erratum.asWritten, slip.side, maths),
        );
      }),
    ),
  );
  if (!rows.length) return "";
  const count = rows.length === 1 ? "One place" : `${words[rows.length - 2] ?? rows.length} places`;
  return markup`<p class="sub">${escapeHtml(count)} where the notes print something that is not so. Each is shown as printed and as corrected, with what decides it.</p>
<div class="table errs"><table>
<thead><tr><th scope="col">Place</th><th scope="col">The notes print</th><th scope="col">What is right</th><th scope="col">It fails at</th></tr></thead>
<tbody>
${joinHtml(rows, "\n")}
</tbody></table></div>`;
}

const words = "Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split(" ");

function row(where: Html, printed: Html, right: Html, fails: Html): Html {
  const cell = (head: string, content: Html) =>
    markup`<td data-head="${escapeHtml(head)}"><div>${content}</div></td>`;
  return markup`<tr><th scope="row" data-head="Place"><div>${where}</div></th>${cell("Print", printed)}${cell("Right", right)}${cell("Fails at", fails)}</tr>`;
}

function failing({ witness, reason, grade }: Step, side: "lhs" | "rhs", maths: Maths): Html {
  if (!witness) return escapeHtml(reason || grade);
  const point = pointTex(witness.point);
  if (point.length > 0 && point.length <= 3) {
    return joinHtml(
      point.map((tex) => maths.inline(tex)),
      ", ",
    );
  }
  const [printed, right] = [witness[side], witness[side === "lhs" ? "rhs" : "lhs"]];
  const short = (value: string) => valueTex(value).replace(/^.*\\approx /, "");
  if (![printed, right].every((value) => /^-?[\d./]+$/.test(value)))
    return escapeHtml(`${printed}; ${right}`);
  return maths.inline(`${short(printed)} \\ne ${short(right)}`);
}
