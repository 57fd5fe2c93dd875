import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A sentence of the source, with `⟦n⟧` where a value stands in it. */
export interface Message {
  readonly text: string;
  readonly place: string;
}

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/** How many forms of one sentence are told apart, by the words that it chooses from. */
const MOST_FORMS = 24;

const UNKNOWN = ["⟦⟧"] as const;

/** Every sentence in the source of some folders, as the compiler reads it: texts with two words in a row. */
export function messagesIn(folders: readonly string[]): readonly Message[] {
  const found = new Map<string, Message>();
  for (const folder of folders) {
    for (const name of filesIn(join(packages, folder))) {
      const place = relative(packages, name).split(sep).join("/");
      const source = ts.createSourceFile(name, readFileSync(name, "utf8"), ts.ScriptTarget.Latest, true);
      for (const text of new Sentences(source).all()) found.set(`${text}\n${place}`, { text, place });
    }
  }
  return [...found.values()];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(folder, name));
}

/** The sentences of one file. */
class Sentences {
  /** What constants of texts are, by name, and those that stand in other texts. */
  readonly #constants = new Map<string, ts.Expression>();
  readonly #inside = new Set<string>();

  constructor(readonly source: ts.SourceFile) {
    const visit = (node: ts.Node): void => {
      const isNamed = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
      if (isNamed && ts.isIdentifier(node.name)) {
        const { text } = node.name;
        // Of two things of one name neither is known, nor is what a function is given.
        const isKnown = ts.isVariableDeclaration(node) && node.initializer && !this.#constants.has(text);
        this.#constants.set(text, isKnown ? (node.initializer as ts.Expression) : node.name);
      }
      if (isText(node)) {
        for (const one of valuesIn(node)) if (ts.isIdentifier(one)) this.#inside.add(one.text);
      }
      node.forEachChild(visit);
    };
    visit(source);
  }

  all(): readonly string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
      if (this.#isPart(node)) return;
      if (!isText(node)) {
        node.forEachChild(visit);
        return;
      }
      for (const form of this.#formsOf(node)) for (const line of form.split("\n")) found.push(numbered(line.trim()));
      // What a sentence takes in by a call may be given sentences itself.
      for (const value of valuesIn(node)) if (!this.#isKnown(value)) visit(value);
    };
    visit(this.source);
    return found.filter(isProse);
  }

  /** Whether it is a constant that is read where it stands in a text. */
  #isPart(node: ts.Node): boolean {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return false;
    return this.#inside.has(node.name.text) && this.#isKnown(node.name);
  }

  #isKnown(node: ts.Expression): boolean {
    return this.#formsOf(node) !== UNKNOWN;
  }

  /** What an expression may be as a text, with `⟦⟧` for what is not known. */
  #formsOf(node: ts.Expression): readonly string[] {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return this.#formsOf(node.expression);
    if (ts.isConditionalExpression(node)) {
      const branches = [node.whenTrue, node.whenFalse];
      // A choice between values only is a value.
      if (!branches.some((one) => this.#isKnown(one))) return UNKNOWN;
      return branches.flatMap((one) => this.#formsOf(one));
    }
    if (isSum(node) && isText(node)) return crossed([this.#formsOf(node.left), this.#formsOf(node.right)]);
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.flatMap((span) => [this.#formsOf(span.expression), [span.literal.text]]);
      return crossed([[node.head.text], ...parts]);
    }
    const constant = ts.isIdentifier(node) ? this.#constants.get(node.text) : undefined;
    return constant && !ts.isIdentifier(constant) ? this.#formsOf(constant) : UNKNOWN;
  }
}

function isText(node: ts.Node): node is ts.Expression {
  if (ts.isStringLiteralLike(node)) return !ts.isPropertyAssignment(node.parent) || node.parent.name !== node;
  return ts.isTemplateExpression(node) || (isSum(node) && (isText(node.left) || isText(node.right)));
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** The values of a text that are none themselves. */
function valuesIn(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (isSum(node)) return [node.left, node.right].flatMap((side) => (isText(side) ? valuesIn(side) : [side]));
  return [];
}

function crossed(parts: readonly (readonly string[])[]): readonly string[] {
  const all = parts.reduce<readonly string[]>((before, part) => before.flatMap((a) => part.map((b) => a + b)), [""]);
  return all.slice(0, MOST_FORMS);
}

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll("⟦⟧", () => `⟦${count++}⟧`);
}

/** Two words in a row, or a value and a word. */
function isProse(text: string): boolean {
  return /(?:^|[\s("])[A-Za-z][a-z'-]*,?:? (?:⟦\d+⟧|[a-z]{2,})/.test(text) || /⟦\d+⟧:? [a-z]{2,}/.test(text);
}
