// Chance that repeats: the same seed draws the same story on every machine.

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** The generator known as mulberry32: 32 bits of state, good enough for prose. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<Item>(random: Random, from: readonly Item[]): Item {
  return from[Math.floor(random() * from.length)]!;
}
