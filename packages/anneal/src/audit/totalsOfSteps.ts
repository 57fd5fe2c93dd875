import type { Subject } from "./subject.ts";

/** Where a step between two parts that hold one rate stands: as planned, and between which rows. */
interface Place {
  readonly seam: number;
  readonly after: number;
  readonly until: number;
}

/**
 * The totals by which every step between parts that hold one rate stands where the rows from one to before another have
 * it. A grid steps over them: they are few, and all others miss rows.
 */
export function totalsOfSteps(
  subject: Subject,
  shift: number,
  first = 0,
  end: number = subject.logged.updates.length,
): readonly number[] {
  const { total, warmup = 0 } = subject;
  const places = placesOf(subject, shift, first, end);
  // The times of a plan are stretched from its beginning, or from the end of its warm-up on.
  return [...new Set([0, warmup])].flatMap((origin) => {
    let [least, most] = [0, 1 / 0];
    for (const { seam, after, until } of places) {
      if (seam <= origin) continue;
      least = Math.max(least, (after - origin) / (seam - origin));
      most = Math.min(most, (until - origin) / (seam - origin));
    }
    const [low, high] = [least, most].map((times) => origin + times * (total - origin)) as [number, number];
    if (!(low < high) || (least === 0 && most === 1 / 0)) return [];
    return most === 1 / 0
      ? [Math.floor(low) + 1]
      : least === 0
        ? [Math.floor(high)]
        : [(low + high) / 2, Math.floor(high)];
  });
}

/**
 * The updates by which all of at least two steps between parts that hold one rate stand later, or with a minus sooner,
 * where the rows have it so: whole epochs, where they may be some, and where the rows show the first of them.
 */
export function lagsOfSteps(subject: Subject): readonly number[] {
  const { perEpoch = 1, unit } = subject;
  const places = placesOf(subject, 0, 0, subject.logged.updates.length);
  if (places.filter(({ until }) => until < 1 / 0).length < 2) return [];
  const each = unit === "epoch" ? perEpoch : 1;
  const least = each * Math.max(...places.map(({ seam, after }) => after - seam));
  const most = each * Math.min(...places.map(({ seam, until }) => until - seam));
  const epochs = perEpoch * Math.floor(most / perEpoch);
  return least < most ? [...new Set([...(epochs > least ? [epochs] : []), most])] : [];
}

/** The whole totals beside one that was estimated, the nearer first, and itself: rounded rates place it within a step or so. */
export function wholeNear(total: number): readonly number[] {
  const near = Math.round(total);
  return [near, near < total ? near + 1 : near - 1, total];
}

function placesOf(subject: Subject, shift: number, first: number, end: number): readonly Place[] {
  const { held, seams } = subject;
  const at = (row: number) => subject.position(subject.update(row) + shift);
  const isPart = (row: number, part: number) => {
    const rate = held[part];
    return rate !== undefined && subject.isRate(row, rate);
  };
  const start = held.findIndex((rate) => rate !== undefined);
  if (start < 0) return [];
  // A warm-up may meet the rates of later parts on its way.
  let row = first;
  while (row < end && !isPart(row, start)) row++;
  if (row === end) row = first;
  const places: Place[] = [];
  for (let [part, last] = [start, Number.NEGATIVE_INFINITY]; row < end; row++) {
    let next = part;
    while (next < held.length && !isPart(row, next)) next++;
    if (next === held.length) continue;
    for (; part < next; part++) places.push({ seam: seams[part] as number, after: last, until: at(row) });
    last = at(row);
    const later = seams[part];
    if (row === end - 1 && later !== undefined) places.push({ seam: later, after: last, until: 1 / 0 });
  }
  return places;
}
