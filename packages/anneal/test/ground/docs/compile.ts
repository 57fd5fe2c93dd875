import ts from "typescript";
import type { Example } from "./extract.ts";

const MARK = /^\/\/ *=> ?(.*)$/;

/**
 * Turns an example into a TypeScript module that checks itself: a statement that ends in `// => value` becomes a call
 * of `__check`, which the module imports from `checker`. Every line keeps its number in the documented file.
 */
export function compileExample(example: Example, checker: string): string {
  const { file, line, code } = example;
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const edits: { at: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const expected = markAfter(code, node);
    const place = source.getLineAndCharacterOfPosition(node.getStart(source)).line + line;
    if (expected !== undefined) edits.push(edit(source, node, expected, `${file}:${place}`));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const marks = code.split("\n").filter((text) => /\/\/ *=>/.test(text)).length;
  if (marks !== edits.length) throw new Error(`${file}:${line}: a "// =>" follows no expression, const or console.log`);
  let module = code;
  for (const { at, end, text } of edits.sort((a, b) => b.at - a.at))
    module = module.slice(0, at) + text + module.slice(end);
  const header = `import { check as __check, settle as __settle } from ${JSON.stringify(checker)};`;
  return `${header}${"\n".repeat(Math.max(line - 1, 0))}${module}\nexport {};\n`;
}

/** The text of the mark that ends a statement's line. */
function markAfter(code: string, node: ts.Node): string | undefined {
  if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return undefined;
  const comments = ts.getTrailingCommentRanges(code, node.end) ?? [];
  return comments
    .map(({ pos, end }) => MARK.exec(code.slice(pos, end).trimEnd())?.[1])
    .find((text) => text !== undefined);
}

function edit(source: ts.SourceFile, node: ts.Node, expected: string, place: string) {
  const literal = isLiteral(expected) ? `() => (${expected})` : "undefined";
  const call = (subject: string) =>
    `__check(${subject}, ${JSON.stringify(expected)}, ${JSON.stringify(place)}, ${literal});`;
  if (ts.isVariableStatement(node)) {
    const names = node.declarationList.declarations.map(({ name }) => name.getText(source));
    if (names.length !== 1) throw new Error(`${place}: "// =>" after a declaration of several names`);
    return { at: node.end, end: node.end, text: ` ${call(`() => (${names[0]})`)}` };
  }
  const { expression } = node as ts.ExpressionStatement;
  const text = (printedBy(source, expression) ?? expression).getText(source);
  const subject = hasAwait(expression) ? `await __settle(async () => (${text}))` : `() => (${text})`;
  return { at: node.getStart(source), end: node.end, text: call(subject) };
}

/** The one argument of `console.log(…)`. */
function printedBy(source: ts.SourceFile, node: ts.Expression): ts.Expression | undefined {
  const isLog = ts.isCallExpression(node) && node.expression.getText(source) === "console.log";
  return isLog && node.arguments.length === 1 ? node.arguments[0] : undefined;
}

function hasAwait(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return ts.isAwaitExpression(node) || (ts.forEachChild(node, hasAwait) ?? false);
}

/** Whether a text is a literal of JavaScript and nothing else, so that it may be put into the module as it is. */
export function isLiteral(text: string): boolean {
  const source = ts.createSourceFile("literal.ts", `(${text}\n)`, ts.ScriptTarget.ES2022, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly unknown[];
  };
  const [statement] = source.statements;
  if (source.statements.length !== 1 || source.parseDiagnostics.length > 0) return false;
  return statement !== undefined && ts.isExpressionStatement(statement) && isPlain(statement.expression);
}

function isPlain(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node)) return isPlain(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((one) => ts.isPropertyAssignment(one) && isPlain(one.initializer));
  }
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.MinusToken && isPlain(node.operand);
  if (ts.isIdentifier(node)) return ["undefined", "NaN", "Infinity"].includes(node.text);
  const { NullKeyword, TrueKeyword, FalseKeyword } = ts.SyntaxKind;
  return (
    ts.isNumericLiteral(node) ||
    ts.isStringLiteral(node) ||
    [NullKeyword, TrueKeyword, FalseKeyword].includes(node.kind)
  );
}
