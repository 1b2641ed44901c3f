// What a writer typed, made safe to show in a terminal or a log: nothing in it can move the cursor,
// colour the screen, turn the line around or hide. Joiners stay: Persian and emoji need them.

/** Controls, line separators, marks of direction, byte order marks, tags and half characters. */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** The text with every unsafe character replaced: a tab by `→`, U+0007 by `␇`, others by `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\t") return "→";
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}
