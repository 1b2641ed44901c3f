// Pictures, films and recordings under a name that does not say so. What they tell of a place is looked
// for by their names, so a photograph called `notes.txt` would be published as it came.

/** What a file begins like, and the names under which it is known to be that. */
interface Beginning {
  readonly what: "photograph" | "picture" | "film or recording";
  /** Of the first bytes, as Latin-1. */
  readonly begins: RegExp;
  readonly named?: RegExp;
}

const BEGINNINGS: readonly Beginning[] = [
  {
    what: "photograph",
    begins: /^(?:\u00FF\u00D8\u00FF|II\*\0|MM\0\*|RIFF[^]{4}WEBP|\0{3}[^](?:JXL |jP {2}))/,
  },
  { what: "photograph", begins: /^\0{3}[^]ftyp(?:avi[fs]|hei[cmsx]|hev[cmsx]|mif1|msf1)/ },
  { what: "picture", begins: /^\u0089PNG/, named: /\.(?:png|ico)$/i },
  { what: "picture", begins: /^GIF8[79]a/, named: /\.gif$/i },
  {
    what: "film or recording",
    begins: /^\0[^]{3}(?:ftyp|moov|mdat|wide|free|skip|pnot)/,
    named: /\.(?:mp4|m4v|m4a|mov)$/i,
  },
  {
    what: "film or recording",
    begins: /^(?:ID3[^ -~]|fLaC|OggS|RIFF[^]{4}WAVE|[^ -~]E\u00DF\u00A3)/,
    named: /\.(?:mp3|aac|wav|flac|og[ga]|opus|webm)$/i,
  },
];

/**
 * What a file is and its name conceals, if it is such a file.
 * @param start its first bytes, sixteen or more of them
 */
export function disguiseOf(file: string, start: Buffer): Beginning["what"] | undefined {
  const written = start.toString("latin1", 0, LONGEST_BEGINNING);
  const beginning = BEGINNINGS.find(({ begins }) => begins.test(written));
  return beginning?.named?.test(file) ? undefined : beginning?.what;
}

const LONGEST_BEGINNING = 16;
