/** What PyTorch itself refuses, or fails at, when a scheduler is built or stepped. */
export class Impossible extends Error {
  constructor(
    readonly expected: string,
    readonly received: string,
  ) {
    super(`expected ${expected}, received ${received}`);
  }
}

/** A step after the last one that a scheduler has. */
export class PastTheEnd extends Error {}
