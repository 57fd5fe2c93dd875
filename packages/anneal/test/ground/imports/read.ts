import ts from "typescript";

/** The specifier of an import whose text is not written out. */
export const COMPUTED = "(computed)";

/** One import of a source file, in whatever form it is written. */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** It is erased when compiled: `import type`, `export type`, `import("…").Type`. */
  readonly typeOnly: boolean;
}

/**
 * Reads every import of a source: declarations, re-exports, `import()`, `require()` and types written as `import("…")`.
 * `import { type A } from "a"` is not type-only: with verbatimModuleSyntax it stays as `import {} from "a"`.
 */
export function readImports(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = specifierOf(node);
    if (one) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ file, line, ...one });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return named(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  if (ts.isExternalModuleReference(node)) return named(node.expression, false);
  if (ts.isCallExpression(node)) {
    const { expression, arguments: given } = node;
    const isRequire = ts.isIdentifier(expression) && expression.text === "require";
    if (expression.kind === ts.SyntaxKind.ImportKeyword || isRequire) return named(given[0], false);
  }
  return undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): { specifier: string; typeOnly: boolean } {
  const known = specifier !== undefined && ts.isStringLiteralLike(specifier);
  return { specifier: known ? specifier.text : COMPUTED, typeOnly };
}
