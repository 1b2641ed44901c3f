// One picture in all its sizes. Width and height are always printed: they keep its place, so that
// nothing jumps when it arrives.

import type { Image } from "../../src/pages/page.ts";

/** The browser takes the first format it knows, and of it the smallest file that is large enough. */
export function Picture({ sources, loading, srcset, sizes, src, width, height, alt }: Image) {
  return (
    <picture>
      {sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={sizes} />
      ))}
      <img
        src={src}
        srcset={srcset}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={loading === "lazy" ? "lazy" : undefined}
        fetchpriority={loading === "eager" ? "high" : undefined}
        decoding={loading === "lazy" ? "async" : undefined}
      />
    </picture>
  );
}
