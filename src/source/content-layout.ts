// What each file of the content folder is, by its place and name alone. Content is data: what is
// neither a text, a picture nor a file to be copied is refused by name, code above all.

import { nearest } from "../problems/nearest.ts";
import { quote } from "../problems/quote.ts";
import { FRONT_FILE } from "./front-schema.ts";

/** The part a file plays in the paper, or why it can play none. */
export type FileRole =
  | { readonly kind: "site" | "front" | "story" | "author" | "page" | "picture" | "copied" }
  | { readonly kind: "refused"; readonly message: string; readonly cure: string };

/** The folders of the newsroom, and nothing else stands beside the two files of settings. */
export const FOLDERS = ["articles", "authors", "pages", "images", "files"] as const;

/** The role of `file`, given relative to the content folder with forward slashes. */
export function roleOf(file: string): FileRole {
  const [folder, ...inside] = file.split("/");
  const name = inside.at(-1);
  if (name === undefined) return atRoot(file);
  if (folder === "files") return copied(name);
  const extension = extensionOf(name);
  if (PICTURES.has(extension)) return { kind: "picture" };
  if (!name.endsWith(".md") || folder === "images") return refuse(name, extension, folder ?? "");
  if (folder === "articles") return { kind: "story" };
  if (folder === "pages") return { kind: "page" };
  return inside.length === 1 ? { kind: "author" } : AUTHOR_TOO_DEEP;
}

/** Why `folder` may not stand at the top of the content folder; undefined when it may. */
export function refuseFolder(folder: string) {
  if (FOLDERS.some((known) => known === folder)) return undefined;
  const near = nearest(folder, FOLDERS);
  const known = `The folders of a paper are ${FOLDERS.join(", ")}.`;
  return {
    message: `The press does not know a folder ${quote(folder)}, so nothing in it was read.`,
    cure: near ? `Did you mean ${quote(near)}? ${known}` : known,
  };
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Pictures the press can print. */
const PICTURES = words("jpg jpeg png webp gif avif");

/** Pictures it cannot. */
const OTHER_PICTURES = words("heic heif tif tiff bmp psd raw dng cr2 nef jxl jp2 eps ai");

/** Texts that only lack the right form. */
const MARKDOWN = words("markdown mdown mkd mkdn mdwn");
const DOCUMENTS = words("txt text doc docx odt rtf pages pdf wpd gdoc");

/** Code: templates, scripts, and data that templates would run with. */
const CODE = words(
  "njk liquid html htm xhtml shtml hbs handlebars mustache ejs haml pug webc vue svelte astro mdx " +
    "js cjs mjs jsx ts cts mts tsx json json5 toml php phtml py rb pl cgi sh bash bat cmd ps1 exe " +
    "asp aspx jsp wasm htaccess xsl xslt xht hta swf jar lua css",
);

/** What may be copied to the site as it is; a file without an extension too. */
const COPIED = words(
  "pdf csv tsv txt json jsonld geojson ics vcf vtt srt xlsx xls ods docx doc odt pptx odp rtf " +
    "epub zip gz mp3 m4a aac ogg oga opus wav flac mp4 m4v webm mov png gif ico webmanifest asc pem",
);

/** Whether a file seems to be the settings under another name: `site.yml`, `config.toml`. */
export function isMisnamedSettings(file: string): boolean {
  return file !== "site.yaml" && /^(?:site|_?config)\.(?:ya?ml|json|toml)$/i.test(file);
}

function atRoot(file: string): FileRole {
  if (file === "site.yaml") return { kind: "site" };
  if (file === FRONT_FILE) return { kind: "front" };
  if (isMisnamedSettings(file))
    return no(file, "is not the name of the settings.", "Rename it “site.yaml”.");
  if (/^front\.(?:ya?ml|json|toml)$/i.test(file))
    return no(file, "is not the name of the front page’s file.", `Rename it ${quote(FRONT_FILE)}.`);
  const extension = extensionOf(file);
  if (extension === "md" || MARKDOWN.has(extension))
    return no(
      file,
      "lies outside every folder.",
      "Put a story in “articles/”, a page in “pages/”.",
    );
  if (PICTURES.has(extension))
    return no(
      file,
      "lies outside every folder.",
      "Put pictures in “images/” or beside their story.",
    );
  return refuse(file, extension, "");
}

function copied(name: string): FileRole {
  const extension = extensionOf(name);
  if (HOST_ORDERS.has(name.toLowerCase()))
    return no(name, "would tell a host how to serve the site.", HOST_RULES);
  // A server may run `x.php.txt`: every part of the name counts.
  const parts = name.toLowerCase().split(".").slice(1);
  if (parts.some((part) => part === "svg" || part === "svgz")) return refuse(name, "svg", "files");
  if (parts.some((part) => (CODE.has(part) && part !== "json") || part.startsWith("11ty")))
    return no(name, "could run in a reader's browser or on the server.", ONLY_DATA);
  if (name === "BingSiteAuth.xml" || extension === "" || COPIED.has(extension))
    return { kind: "copied" };
  if (PICTURES.has(extension) || OTHER_PICTURES.has(extension))
    return no(name, "is a photograph, and may tell where it was taken.", PICTURES_BELONG);
  return no(name, "is of a kind that the press does not publish.", ONLY_DATA);
}

/** What hosts look for at the top of a site and follow: other headers, other addresses. */
const HOST_ORDERS = words(
  "_headers _redirects _routes.json staticwebapp.config.json vercel.json now.json serve.json staticfile",
);
const HOST_RULES =
  "The press writes such rules into “.broadsheet/server/”; an engineer puts them into place.";

const ONLY_DATA =
  "“files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …";
const PICTURES_BELONG =
  "Put pictures in “images/” or beside their story: there, private data is removed before printing.";

function refuse(name: string, extension: string, folder: string): FileRole {
  if (extension === "svg" || extension === "svgz")
    return no(name, "is an SVG, which can carry scripts.", "Export it as PNG or WebP.");
  if (OTHER_PICTURES.has(extension))
    return no(name, "is a picture of a kind that browsers do not show.", "Export it as JPEG.");
  if (CODE.has(extension))
    return no(
      name,
      "is code or data for code, and nothing in the content is ever run.",
      CODE_BELONGS,
    );
  if (folder === "images") return no(name, "is not a picture.", "“images/” is for pictures only.");
  if (MARKDOWN.has(extension) || /\.md$/i.test(name))
    return no(
      name,
      "does not end in “.md”.",
      `Rename it ${quote(`${name.replace(/\.\w+$/, "")}.md`)}.`,
    );
  if (DOCUMENTS.has(extension)) return no(name, "is not a Markdown file.", SAVE_AS_MARKDOWN);
  return no(name, "is of a kind that the press does not know.", KINDS_KNOWN);
}

const CODE_BELONGS =
  "Write stories as “.md” files; templates belong in “layouts/”, outside the content.";
const SAVE_AS_MARKDOWN =
  "Save the text as plain text with the ending “.md”; a document to be downloaded belongs in “files/”.";
const KINDS_KNOWN =
  "Texts end in “.md”, pictures in jpg, png, webp, gif or avif; files to be copied belong in “files/”.";

const AUTHOR_TOO_DEEP: FileRole = {
  kind: "refused",
  message: "Authors stand in “authors/” itself, not in a folder below it.",
  cure: "Move the file up into “authors/”.",
};

function no(name: string, what: string, cure: string): FileRole {
  return { kind: "refused", message: `${quote(name)} ${what}`, cure };
}
