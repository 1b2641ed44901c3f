// Pictures for the live preview: each is encoded when a browser first asks for it, and once, though
// several windows may ask at the same time.

import type { Derivative } from "../pages/derivative.ts";
import { encodePictures, type EncodingOptions } from "../render/encode-pictures.ts";

/** Where an encoded picture lies. */
export type FindPicture = (picture: Derivative) => Promise<string>;

export function picturesOnDemand(options: EncodingOptions): FindPicture {
  const underWay = new Map<string, Promise<string>>();
  return (picture) => {
    const { output } = picture;
    const file = underWay.get(output) ?? encode(picture, options);
    underWay.set(output, file);
    return file.finally(() => underWay.delete(output));
  };
}

async function encode(picture: Derivative, options: EncodingOptions): Promise<string> {
  const { files } = await encodePictures([picture], options);
  return files.get(picture.output) ?? "";
}
