// Feeds and sitemaps held against their grammars, as validators that nobody here wrote would hold
// them: `sitemap.xsd` is the one of sitemaps.org, from the package that ships it; the others stand in
// `../schemas/`. For tests only.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { RelaxNGValidator, XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

const SCHEMAS = join(import.meta.dirname, "../schemas");
const PACKAGE = createRequire(import.meta.url).resolve("sitemap/package.json");
const SITEMAP = join(dirname(PACKAGE), "schema/sitemap.xsd");

/** A sitemap may hold elements of others, if their grammar is known. */
const SITEMAP_WITH_EXTENSIONS = `
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9"
              schemaLocation="${pathToFileURL(SITEMAP).href}"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1"
              schemaLocation="${pathToFileURL(join(SCHEMAS, "sitemap-image.xsd")).href}"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-news/0.9"
              schemaLocation="${pathToFileURL(join(SCHEMAS, "sitemap-news.xsd")).href}"/>
</xsd:schema>`;

const schema = (name: string) => readFileSync(join(SCHEMAS, name), "utf8");

xmlRegisterFsInputProviders();
using atomGrammar = XmlDocument.fromString(schema("atom.rng"));
using indexGrammar = XmlDocument.fromString(schema("siteindex.xsd"));
using sitemapGrammar = XmlDocument.fromString(SITEMAP_WITH_EXTENSIONS);
const ATOM = RelaxNGValidator.fromDoc(atomGrammar);
const SITEMAP_INDEX = XsdValidator.fromDoc(indexGrammar);
const URLS = XsdValidator.fromDoc(sitemapGrammar);

/** @returns what breaks its grammar, in the validator's words; undefined where nothing does */
export function offence(text: string): string | undefined {
  const document = XmlDocument.fromString(text);
  try {
    grammarFor(document.root.name).validate(document);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

function grammarFor(root: string): { validate: (document: XmlDocument) => void } {
  if (root === "sitemapindex") return SITEMAP_INDEX;
  return root === "urlset" ? URLS : ATOM;
}
