/** How many corners are told where nothing is drawn. */
const MOST = 100_000;

/** How many there are room for in any case: part of a cycle need not show what the others do. */
const LEAST = 16;

/** The inner ones of so many equal distances, one for each pixel; none where the room is without end. */
export function evenly(from: number, to: number, room: number): readonly number[] {
  const parts = room < 1 / 0 ? Math.max(Math.ceil(room), room < 1 ? 1 : 8) : 1;
  return Array.from({ length: parts - 1 }, (_, i) => from + ((to - from) * (i + 1)) / parts);
}

/** The multiples of a time between two; with more than there is room for, some of them. */
export function multiples(every: number, from: number, to: number, room: number): readonly number[] {
  return indices(Math.ceil(from / every), Math.floor(to / every), room).map((i) => i * every);
}

/** The whole numbers from one to another; with more than there is room for, some of them, and not at equal distances. */
export function indices(first: number, last: number, room: number): readonly number[] {
  const count = Math.max(last - first + 1, 0);
  if (room === 1 / 0) return Array.from({ length: Math.min(count, MOST) }, (_, i) => first + i);
  const most = Math.max(Math.ceil(room), LEAST);
  if (count <= most) return Array.from({ length: count }, (_, i) => first + i);
  // Equal distances could fall on the same place of every cycle; the golden ratio's multiples fall everywhere.
  const stride = count / most;
  return Array.from({ length: most }, (_, i) => first + Math.floor((i + ((i * 0.6180339887498949) % 1)) * stride));
}
