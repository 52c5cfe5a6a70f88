import type { CellLanguage } from "../../notebook/index.js";
import type { CellProject } from "./cellProject.js";
import type { Diagnostic, Project } from "../compiler/compiler.js";
import type { Dialect } from "../script/dialect.js";
import { judged, type Verdict } from "./verdict.js";

/** Says what is to be made of what the compiler finds in a text, and by which dialect the text is compiled. */
export interface Judge {
  /**
   * The verdict on a text of which the cells' own view has found something, or nothing.
   *
   * @param isStrict whether only the strict check counts
   * @param findIn what another view finds
   */
  verdict(
    code: string,
    found: Diagnostic[],
    isStrict: boolean,
    findIn: (view: Project) => Diagnostic[],
  ): Verdict<Diagnostic>;
  /** The dialect of a text, by its latest verdict. */
  dialect(code: string): Dialect;
}

/**
 * Opens a judge. Where no tsconfig.json says how strict cells are, stock tslab's options decide; where none says which
 * decorators are meant, they are TypeScript's first ones, as in tslab, and ECMAScript's in a text that passes with these
 * alone.
 */
export function openJudge(
  project: Pick<CellProject, "config" | "opensDecorators" | "dialect" | "viewAs">,
  language?: CellLanguage,
): Judge {
  const ofEcmaScript = new Set<string>();
  return {
    verdict(code, found, isStrict, findIn) {
      if (project.config) return { problems: found, warnings: [] };
      const by = (some: Diagnostic[], ecmaScript: boolean): Verdict<Diagnostic> =>
        isStrict
          ? { problems: some, warnings: [] }
          : judged(some, () => findIn(project.viewAs({ strict: false, ecmaScript })), language);
      ofEcmaScript.delete(code);
      const first = by(found, false);
      const isDecorated = project.opensDecorators && code.includes("@");
      if (!first.problems.length || !isDecorated) return first;
      const second = by(findIn(project.viewAs({ strict: true, ecmaScript: true })), true);
      if (second.problems.length >= first.problems.length) return first;
      ofEcmaScript.add(code);
      return second;
    },
    dialect: (code) =>
      ofEcmaScript.has(code) ? { ...project.dialect, legacyDecorators: false } : project.dialect,
  };
}
