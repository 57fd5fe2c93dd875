import type { CommandDefinition } from "../../command.ts";

export const completion: CommandDefinition = {
  name: "completion",
  takes: "<shell>",
  choices: ["bash", "zsh", "fish"],
  summary: "print what makes a shell complete this command",
  description: "Prints a script by which the shell completes commands, flags, their values and files.",
  flags: [],
  examples: [
    ["anneal completion bash > ~/.local/share/bash-completion/completions/anneal", "For bash, from the next start on:"],
    ["anneal completion zsh > ~/.zfunc/_anneal", "For zsh, into a folder of its fpath:"],
    ["anneal completion fish > ~/.config/fish/completions/anneal.fish", "For fish:"],
    ["source <(anneal completion bash)", "For this one shell:"],
  ],
  load: () => import("./run.ts"),
};
