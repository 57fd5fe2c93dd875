/** A network of one hidden layer with SGD and momentum, written out, on points of a ring and of its inside: it really trains. */
export class Network {
  static readonly inputs = 2;
  weights: Float64Array = new Float64Array(4 * WIDTH + 1);
  velocity: Float64Array = new Float64Array(4 * WIDTH + 1);
  updates = 0;
  random: number;

  constructor(seed = 1) {
    this.random = seed;
    this.weights.forEach((_, i, all) => {
      all[i] = (this.next() - 0.5) * 2;
    });
  }

  /** One update on a random batch, with the rate; gives the batch's mean loss from before it. */
  step(rate: number, batch = 16): number {
    const { weights, velocity } = this;
    const slope = new Float64Array(weights.length);
    let loss = 0;
    for (let row = 0; row < batch; row++) loss += this.#backward(slope) / batch;
    weights.forEach((weight, i) => {
      velocity[i] = 0.5 * (velocity[i] as number) + (slope[i] as number) / batch;
      weights[i] = weight - rate * (velocity[i] as number);
    });
    this.updates++;
    return loss;
  }

  /** Everything that training changes, as plain data. */
  snapshot(): { weights: Float64Array; velocity: Float64Array; updates: number; random: number } {
    const { weights, velocity, updates, random } = this;
    return { weights: weights.slice(), velocity: velocity.slice(), updates, random };
  }

  restore({ weights, velocity, updates, random }: ReturnType<Network["snapshot"]>): void {
    Object.assign(this, { weights: weights.slice(), velocity: velocity.slice(), updates, random });
  }

  /** A generator whose state is one number. */
  next(): number {
    this.random = (this.random * 48271) % 2147483647;
    return this.random / 2147483647;
  }

  #backward(slope: Float64Array): number {
    const angle = 2 * Math.PI * this.next();
    const outside = this.next() < 0.5 ? 1 : 0;
    const radius = outside + 0.5 * this.next();
    const x = [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    const w = (i: number) => this.weights[i] as number;
    let score = w(4 * WIDTH);
    const hidden: number[] = [];
    for (let h = 0; h < WIDTH; h++) {
      hidden.push(Math.tanh(w(4 * h) * x[0] + w(4 * h + 1) * x[1] + w(4 * h + 2)));
      score += w(4 * h + 3) * (hidden[h] as number);
    }
    const error = 1 / (1 + Math.exp(-score)) - outside;
    const add = (i: number, by: number) => {
      slope[i] = (slope[i] as number) + by;
    };
    add(4 * WIDTH, error);
    for (const [h, value] of hidden.entries()) {
      const back = error * w(4 * h + 3) * (1 - value * value);
      add(4 * h, back * x[0]);
      add(4 * h + 1, back * x[1]);
      add(4 * h + 2, back);
      add(4 * h + 3, error * value);
    }
    // log(1 + e^s) - target * s, without overflow.
    return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - outside * score;
  }
}

const WIDTH = 12;
