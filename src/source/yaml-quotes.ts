// How a text is quoted in YAML, for the cures that show a writer what to type.

/** The text as a YAML quoted scalar, in the quotes that change it least. */
export function inYamlQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
