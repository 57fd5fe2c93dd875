const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)/;
const PYTHON = /^(?:python\d?|py|pycon|ipython\d?)$/i;

/** How many blocks of a page are read. */
const MOST_BLOCKS = 2000;

/** A block of a page. */
export interface Block {
  readonly text: string;
  /** How many lines of the page are before it. */
  readonly before: number;
}

/**
 * The blocks of a page of Markdown that are not marked as Python: what stands between lines of three backquotes or
 * tildes.
 */
export function fencedBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  if (!text.includes("```") && !text.includes("~~~")) return blocks;
  let open: string | undefined;
  let [language, first] = ["", 0];
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    const [, fence, word = ""] = FENCE.exec(line) ?? [];
    if (open !== undefined && fence?.startsWith(open) && !word) {
      if (!PYTHON.test(language) && blocks.length < MOST_BLOCKS)
        blocks.push({ text: lines.slice(first, i).join("\n"), before: first });
      open = undefined;
    } else if (open === undefined && fence) [open, language, first] = [fence, word, i + 1];
  });
  return blocks;
}
