import { ARTICLE, COSINE } from "../article.ts";
import { timeFill, VALUES } from "./timeFill.ts";

const SCALE = VALUES / 25_000;

const FILLS: Readonly<Record<string, (out: Float64Array) => void>> = {
  article(out) {
    const { base, from, warmup, milestones, factor } = ARTICLE;
    const end = warmup * SCALE;
    for (let i = 0; i < end; i++) out[i] = from + ((base - from) * i) / end;
    let rate = base;
    let start = end;
    for (const milestone of [...milestones, 25_000]) {
      out.fill(rate, start, milestone * SCALE);
      start = milestone * SCALE;
      rate *= factor;
    }
  },
  cosine(out) {
    const { base, from, warmup } = COSINE;
    const end = warmup * SCALE;
    for (let i = 0; i < end; i++) out[i] = from + ((base - from) * i) / end;
    const over = VALUES - end;
    for (let i = 0; i < over; i++) out[end + i] = (base * (1 + Math.cos((Math.PI * i) / over))) / 2;
  },
};

const fill = FILLS[process.argv[2] ?? ""];
if (fill === undefined) throw new Error(`no loop is called ${process.argv[2]}`);
timeFill(fill);
