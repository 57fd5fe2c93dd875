import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesUnder, ROOT, read } from "./workspace.ts";

// The build is plain JavaScript, which has no types.
const { describeFields } = (await import(`${ROOT}/packages/anneal/describeFields.js`)) as {
  describeFields: (text: string) => string;
};

/** The properties of a module's options, and whether something is said of each. */
function propertiesOf(text: string): [name: string, said: boolean][] {
  const source = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022, true);
  const found: [string, boolean][] = [];
  const visit = (node: ts.Node, isOptions: boolean): void => {
    if (isOptions && ts.isPropertySignature(node)) {
      found.push([node.name.getText(source), ts.getJSDocCommentsAndTags(node).length > 0]);
    }
    const opens = ts.isInterfaceDeclaration(node) && node.name.text.endsWith("Options");
    ts.forEachChild(node, (child) => visit(child, isOptions || opens));
  };
  visit(source, false);
  return found;
}

describe("what an editor shows of an option", () => {
  it("is what the function's block says of it, on the line where it stands", () => {
    const text = [
      "interface A { readonly a: number;",
      "  /** Its own. */",
      "  readonly b: number; readonly c: number; readonly d?: { readonly a: 1 } }",
      "/**",
      " * Does it.",
      " *",
      " * - `a`, `b`: what `x` is,",
      " *   and more. Default 1.",
      " * - `d`: the rest.",
      " *",
      " * Throws.",
      " */",
      "declare function f(a: A): void;",
    ];
    const described = describeFields(text.join("\n")).split("\n");
    const said = "/** What `x` is, and more. Default 1. */ readonly a";
    expect(described[0]).toBe(`interface A { ${said}: number;`);
    expect(described[2]).toBe(
      `  readonly b: number; readonly c: number; /** The rest. */ readonly d?: { ${said}: 1 } }`,
    );
    expect(described.slice(3)).toEqual(text.slice(3));
  });

  it.each(["recipes", "torch"])("is something for every option of %s", (folder) => {
    const files = filesUnder(`packages/anneal/src/${folder}`, [".ts"]);
    const silent = files.flatMap((file) =>
      propertiesOf(describeFields(read(file))).flatMap(([name, said]) => (said ? [] : `${file}: ${name}`)),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });
});
