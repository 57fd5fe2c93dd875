import type { Optimizer, ParamGroup } from "../scheduler/optimizer.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";

/** One scheduler's say on the rates of an optimizer: what it would set if it were alone. */
export interface Member {
  readonly groups: ParamGroup[];
  /** Drives `groups`. */
  readonly scheduler: Scheduler;
  /** It sets the rate by itself; else it multiplies what the others set. */
  readonly overwrites: boolean;
}

/** All the schedulers of one optimizer: rate = the overwriting one's, or the base, times every multiplying one's. */
export class Rack {
  readonly #optimizer: Optimizer;
  readonly #members: Member[] = [];
  #head: Member | undefined;

  constructor(optimizer: Optimizer) {
    this.#optimizer = optimizer;
  }

  add(member: Member): void {
    this.#members.push(member);
    this.write(member);
  }

  /** Writes the rates after a member moved. Of several overwriting members the one that moved last sets the rate. */
  write(moved: Member): void {
    const head = moved.overwrites ? moved : (this.#head ?? moved);
    this.#head = head;
    const { paramGroups } = this.#optimizer;
    for (const member of this.#members) if (member.groups.length < paramGroups.length) adopt(member, paramGroups);
    for (let i = 0; i < paramGroups.length; i++) {
      const group = paramGroups[i] as ParamGroup;
      const rate = this.#rate(head, i);
      if (group.lr !== rate) group.lr = rate;
    }
  }

  #rate(head: Member, i: number): number {
    let rate = (head.groups[i] as ParamGroup).lr;
    for (const member of this.#members) {
      const { lr, initialLr } = member.groups[i] as Required<ParamGroup>;
      if (member !== head && !member.overwrites && initialLr > 0) rate *= lr / initialLr;
    }
    return rate;
  }
}

/** The groups as one scheduler sees them: at their base rates. */
export function baseGroups(paramGroups: readonly ParamGroup[]): ParamGroup[] {
  return paramGroups.map(({ lr, initialLr = lr }) => ({ lr: initialLr }));
}

/** Has the optimizer's groups remember their base rates. */
export function rememberBases(paramGroups: readonly ParamGroup[], groups: readonly ParamGroup[]): void {
  paramGroups.forEach((group, i) => {
    const base = groups[i]?.initialLr;
    if (base !== undefined && group.initialLr !== base) group.initialLr = base;
  });
}

/** Gives a member the groups that the optimizer has got since, at the member's own position. */
function adopt({ groups, scheduler }: Member, paramGroups: readonly ParamGroup[]): void {
  groups.push(...baseGroups(paramGroups.slice(groups.length)));
  scheduler.seek(scheduler.position);
  rememberBases(paramGroups, groups);
}
