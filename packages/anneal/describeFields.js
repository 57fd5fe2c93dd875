import ts from "typescript";

/** One line of a doc block's list, with the lines that go on with it: the names, and what is said of them. */
const LINE = /^- ((?:`\w+`(?:, )?)+): ((?:.+\n?)(?: {2}.+\n?)*)/gm;

/**
 * Declarations with what the doc blocks of their file say of fields and options, put on the properties themselves, so
 * that an editor shows it there. Each text is written once, in the sources; no line moves.
 *
 * - `text`: a module of declarations.
 */
export function describeFields(text) {
  const source = ts.createSourceFile("module.d.ts", text, ts.ScriptTarget.ES2022, true);
  const said = new Map();
  const properties = [];
  visit(source);
  let described = text;
  for (const { at, name } of properties.sort((a, b) => b.at - a.at)) {
    const what = said.get(name);
    if (what) described = `${described.slice(0, at)}/** ${what} */ ${described.slice(at)}`;
  }
  return described;

  function visit(node) {
    const blocks = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    for (const block of blocks) {
      const plain = block.getText().replace(/^\s*\* ?/gm, "");
      for (const [, names, what] of plain.matchAll(LINE)) {
        const sentence = what.trim().replace(/\s+/g, " ");
        for (const [, name] of names.matchAll(/`(\w+)`/g)) {
          if (!said.has(name)) said.set(name, sentence[0].toUpperCase() + sentence.slice(1));
        }
      }
    }
    if (ts.isPropertySignature(node) && blocks.length === 0) {
      properties.push({ at: node.getStart(source), name: node.name.getText(source) });
    }
    ts.forEachChild(node, visit);
  }
}
