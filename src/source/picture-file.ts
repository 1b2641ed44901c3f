// A picture in the content folder, as far as the rest of the press needs to know it.

/** One decoded and accepted picture. Its bytes stay on disk. */
export interface PictureFile {
  /** Relative to the content folder, forward slashes. */
  readonly file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly format: "jpeg" | "png" | "webp" | "gif" | "avif";
  /** Pixels, after the camera's rotation has been applied. */
  readonly width: number;
  readonly height: number;
  /** What the file itself says about its maker (IPTC or XMP), kept in every derivative. */
  readonly creator?: string;
  readonly copyright?: string;
  /** Another has its name by now: only finished copies are left of it. */
  readonly isReplaced?: true;
}
