import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../workspace.ts";
import { examplesInSource } from "./extract.ts";

const SENTENCE = /\w[^.!?:]*[.!?:](\s|$)/;

/** One name that an entry exports, with what its documentation has. */
export interface Exported {
  readonly name: string;
  /** Where it is declared, as `path:line` from the root. */
  readonly place: string;
  /** It can be called or constructed by a user. */
  readonly callable: boolean;
  readonly hasSentence: boolean;
  readonly hasExample: boolean;
}

/** Every exported name of the given entry files (paths from the root), with what is documented at its declaration. */
export function exportsOf(entries: readonly string[]): Map<string, Exported[]> {
  const paths = entries.map((entry) => join(ROOT, entry));
  const { options } = ts.parseJsonConfigFileContent({ extends: "./tsconfig.json", files: paths }, ts.sys, ROOT);
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  return new Map(
    entries.map((entry, i) => {
      const source = program.getSourceFile(paths[i] as string);
      const module = source && checker.getSymbolAtLocation(source);
      return [entry, module ? checker.getExportsOfModule(module).map((symbol) => describe(checker, symbol)) : []];
    }),
  );
}

function describe(checker: ts.TypeChecker, exported: ts.Symbol): Exported {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = symbol.declarations ?? [];
  const type = symbol.valueDeclaration && checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
  const signatures = type ? [...type.getCallSignatures(), ...type.getConstructSignatures()] : [];
  const first = declarations[0];
  const source = first?.getSourceFile();
  const line = first && source ? source.getLineAndCharacterOfPosition(first.getStart()).line + 1 : 0;
  return {
    name: exported.name,
    place: `${source?.fileName.replace(ROOT, "") ?? "?"}:${line}`,
    callable: !declarations.some(isAbstract) && signatures.length > 0,
    hasSentence: SENTENCE.test(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
    hasExample: declarations.flatMap(comments).some((text) => examplesInSource("", `${text}\nexport {};`).length > 0),
  };
}

function isAbstract(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0;
}

function comments(declaration: ts.Declaration): string[] {
  return ts
    .getJSDocCommentsAndTags(declaration)
    .filter(ts.isJSDoc)
    .map((doc) => doc.getText());
}
