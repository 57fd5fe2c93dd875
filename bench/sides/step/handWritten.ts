import { CLOSURES, chosen } from "../handWritten.ts";
import { walk } from "./walk.ts";

type Rate = (step: number) => number;

/** A scheduler as people write it by hand. */
class HandWritten {
  position = 0;

  constructor(
    readonly optimizer: { readonly paramGroups: { lr: number }[] },
    readonly rate: Rate,
  ) {
    this.write();
  }

  step(): void {
    this.position++;
    this.write();
  }

  restart(): void {
    this.position = 0;
    this.write();
  }

  private write(): void {
    for (const group of this.optimizer.paramGroups) group.lr = this.rate(this.position);
  }
}

const group = { lr: 0.01 };
const scheduler = new HandWritten({ paramGroups: [group] }, chosen(CLOSURES));
walk(group, scheduler, () => scheduler.restart());
