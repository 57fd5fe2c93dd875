/** What a text on schedules has in a place that matters to them: parts of names. */
const WORDS =
  "(?<![A-Za-z])lrs?(?![a-z])|LR|[Ss]ched|SCHED|(?<![a-z])[Rr]ate|RATE|[Aa]nneal|[Dd]ecay|DECAY|[Ww]arm|WARM|[Oo]ptim|SOLVER|[Mm]omentum|[Mm]ilestone|param_groups|DEFINE_|add_argument|\\.fit\\(|\\b(?:step|_base_)\\b";

/** What the name that a configuration's setting is assigned to may be besides. */
const SETTINGS = /[\w.]*(?:iter|step|epoch|runner|train|batch|samples|data|polic|hook|fit|loop|total|max|num)/iy;

const base = new RegExp(WORDS);

/** What finds the words in a text by which a part of it may matter to a schedule, with the names of what schedules. */
export function wordsOf(callables: Iterable<string>): RegExp {
  const others = [...new Set(callables)].filter((name) => !base.test(name));
  return new RegExp(others.length > 0 ? `${WORDS}|\\b(?:${others.join("|")})\\b` : WORDS);
}

/** Whether a line begins with what may be a setting of a configuration. */
export function isSetting(source: string, at: number): boolean {
  SETTINGS.lastIndex = at;
  return SETTINGS.test(source);
}
