/** Three words in a row, of which some are no names. */
const RUN = /(?<![\w./=<"'`-])[A-Za-z][a-z'’]*(?:,? [A-Za-z][a-z'’]*){2,}(?![\w/=(-]|\.\w)/g;
const NAMES = /^[A-Z]\w*(?: [A-Z]\w*)*$/;

/** Words that are said in Chinese wherever they stand: what sentences are joined by, and what schedules are told in. */
const WORDS =
  /(?<![\w./=<-])(?:say|what|how|it|has|than|did|you|only|would|the|of|is|are|was|an|at|with|by|for|not|and|or|which|that|instead|as|from|to|in|on|its|epochs?|updates?|steps?|rows?|groups?|bits|lines?|notes?|columns?|expected|received|undefined|old|jump|before|after|more)(?![\w/=(-]|\.\w)/g;

/** A word in the place of a heading, other than a command's name in the list of all. */
const HEADING = /^ {2}(?!schema )[a-z]+(?= {2}|$)/g;

/** What is no prose of the command's: quoted texts, names with values, calls, code and lists of names. */
const DATA = [
  /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|[“‘][^”’\n]*[”’]|<[^>\n]*>|\[[^\]\n]*\]/g,
  /\{[^{}]*\}/g,
  /(?<=[\w.]\()[^()\n]*(?=\))/g,
  /(?<=实际为列 ).*|step 10 … lr|--with \w+|(?<=: )(?:from|to|over):|lambda [^\p{Script=Han}\n]*/gu,
  /(?<![\w'] ?)[\w.$-]+(?:, [\w.$-]+)+(?! ?\w)/g,
];

/** What of a text for people is English: runs of words, and words that have no place in Chinese. */
export function englishIn(text: string): readonly string[] {
  const all = text.split("\n");
  const prose = all.filter((line, i) => {
    const isExcerpt = /^\s*\^$/.test(line) || /^\s*\^$/.test(all[i + 1] ?? "");
    const isChart = /[│┤└┬\u2800-\u28ff]/.test(line);
    return !isExcerpt && !isChart && !/^ +\$ /.test(line);
  });
  return prose.flatMap((line) => {
    const rest = DATA.reduce((left, data) => left.replaceAll(data, "…"), line);
    const runs = (rest.match(RUN) ?? []).filter((run) => !NAMES.test(run));
    return [...runs, ...(rest.match(WORDS) ?? []), ...(rest.match(HEADING) ?? [])].map(
      (found) => `${found} ⟵ ${line.trim()}`,
    );
  });
}
