import type { CommandWords, FlagWords } from "./words.ts";

/** A script for fish. */
export function fish(commands: readonly CommandWords[]): string {
  const isFirst = "-n __fish_use_subcommand";
  const names = commands.map(({ name }) => name).join(" ");
  return `# anneal's completion for fish.
complete -c anneal -f
complete -c anneal ${isFirst} -s h -l help -d 'print the help'
complete -c anneal ${isFirst} -s V -l version -d 'print the version'
complete -c anneal ${isFirst} -a help -d 'print the help of a command'
complete -c anneal -n '__fish_seen_subcommand_from help' -a ${text(names)}
${commands.map(lines).join("")}`;
}

function lines({ name, summary, flags, takes }: CommandWords): string {
  const own = `complete -c anneal -n ${text(`__fish_seen_subcommand_from ${name}`)}`;
  const taken = takes === "none" ? "" : takes === "file" ? `${own} -F\n` : `${own} -a ${text(takes.join(" "))}\n`;
  const rows = flags.map((flag) => `${own} ${told(flag)}\n`);
  return `complete -c anneal -n __fish_use_subcommand -a ${name} -d ${text(summary)}\n${taken}${rows.join("")}`;
}

function told({ names, help, value }: FlagWords): string {
  const words = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const list = typeof value === "string" ? "" : ` -a ${text(value.join(" "))}`;
  const action = value === "none" ? "" : value === "file" ? " -r -F" : ` -x${list}`;
  return `${words.join(" ")}${action} -d ${text(help)}`;
}

/** A text of fish, where a quote is escaped inside of quotes. */
const text = (words: string): string => `'${words.replaceAll(/[\\']/g, "\\$&")}'`;
