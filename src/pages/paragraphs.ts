// The words of a correction, or of how a story was reported: plain text of one or more paragraphs.

/** As in the text of a story: a blank line begins another paragraph. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n[ \t]*\n\s*/);
}
