import ts from "typescript";

/** One example of the documentation: its code as written, and where its first line stands. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

const OPENS = /^ *(`{3,}|~{3,})(?:ts|typescript)\b/;

/** The `ts` fences of a Markdown text. */
export function examplesInMarkdown(file: string, text: string): Example[] {
  return fences(
    file,
    text.split("\n").map((line, i) => ({ number: i + 1, text: line })),
  );
}

/** The examples of a TypeScript source's doc comments: `ts` fences anywhere, and `@example` blocks without a fence. */
export function examplesInSource(file: string, text: string): Example[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return docComments(source).flatMap((comment) => {
    const first = source.getLineAndCharacterOfPosition(comment.pos).line + 1;
    const lines = linesOfComment(text.slice(comment.pos, comment.end), first);
    return [...fences(file, lines), ...bareExamples(file, lines)].sort((a, b) => a.line - b.line);
  });
}

/** A doc comment's lines without its stars. */
function linesOfComment(comment: string, first: number): Line[] {
  const inner = comment.replace(/^\/\*\*/, "").replace(/\*\/$/, "");
  return inner
    .split("\n")
    .map((line, i) => ({ number: first + i, text: i === 0 ? line : line.replace(/^\s*\* ?/, "") }));
}

function docComments(source: ts.SourceFile): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) {
      if (source.text.startsWith("/**", range.pos)) found.set(range.pos, range);
    }
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found.values()].sort((a, b) => a.pos - b.pos);
}

function fences(file: string, lines: readonly Line[]): Example[] {
  const found: Example[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = OPENS.exec(String(lines[i]?.text))?.[1];
    if (!fence) continue;
    const end = lines.findIndex((line, j) => j > i && line.text.trim() === fence);
    if (end < 0) throw new Error(`${file}:${lines[i]?.number}: the fence is not closed`);
    found.push(example(file, lines.slice(i + 1, end)));
    i = end;
  }
  return found;
}

function bareExamples(file: string, lines: readonly Line[]): Example[] {
  return lines.flatMap((line, i) => {
    if (!/^\s*@example\b/.test(line.text)) return [];
    const rest = lines.slice(i + 1);
    const end = rest.findIndex(({ text }) => /^\s*@\w/.test(text));
    const block = end < 0 ? rest : rest.slice(0, end);
    if (block.some(({ text }) => /^ *(`{3,}|~{3,})/.test(text))) return [];
    return block.every(({ text }) => text.trim() === "") ? [] : [example(file, block)];
  });
}

function example(file: string, lines: readonly Line[]): Example {
  return { file, line: lines[0]?.number ?? 0, code: lines.map(({ text }) => text).join("\n") };
}
