// The head of a page: nothing but what `pages/` has decided, and the policy under which the page
// runs. JSON-LD is printed here and nowhere else; it comes already safe.

import type { Assets, Head as HeadProps } from "../../src/pages/page.ts";

/** Only this site's own files, and no inline script or style: a story can never bring its own. */
export const POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Encoding and policy come first: both govern all that follows. */
export function Head({ title, description, canonical, robots, ...head }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <meta name="robots" content={robots} />
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      <Files {...head.assets} />
      {head.alternates.map(({ type, title, href }) => (
        <link rel="alternate" type={type} title={title} href={href} />
      ))}
      <meta name="color-scheme" content="light dark" />
      {head.names.map(({ key, content }) => (
        <meta name={key} content={content} />
      ))}
      {head.properties.map(({ key, content }) => (
        <meta property={key} content={content} />
      ))}
      {head.jsonLd !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.jsonLd }} />
      )}
    </head>
  );
}

function Files({ preloadFonts, styleSheet, icon, touchIcon }: Assets) {
  return (
    <>
      {preloadFonts.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={styleSheet} />
      <link rel="icon" href={icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={touchIcon} />
    </>
  );
}
