import { type Declared, declaredAs } from "../../assumptions/declared.js";
import { noVocabulary, type Vocabulary } from "./vocabulary.js";

/** What a reader of LaTeX is told by declarations. */
export function vocabularyOfDeclared(declared: readonly Declared[]): Vocabulary {
  const ranges = declared.flatMap(({ name, meaning }) =>
    meaning.is === "index" ? [[name, [meaning.from, meaning.to]] as const] : [],
  );
  const drawn = declared.flatMap(({ name, meaning }) =>
    meaning.is === "random variable" ? [{ name, count: meaning.indices?.length ?? 0 }] : [],
  );
  const alone = drawn.filter(({ count }) => count === 0).map(({ name }) => name);
  return {
    ...noVocabulary,
    symbols: new Set([...alone, ...declaredAs(declared, "imaginary unit")]),
    families: new Map([
      ...[...declaredAs(declared, "family", "weights")].map((name) => [name, 1] as const),
      ...drawn.filter(({ count }) => count > 0).map(({ name, count }) => [name, count] as const),
    ]),
    functions: declaredAs(declared, "function"),
    matrices: declaredAs(declared, "matrix"),
    vectors: declaredAs(declared, "vector"),
    labelled: declaredAs(declared, "family"),
    ranges: new Map(ranges),
  };
}
