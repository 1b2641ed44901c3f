// What a story says of itself: above its headline who paid for it, below its text how it came about,
// what it rests on, and under which terms it may be used. The paper says the last of these, too.

import type { Named, Reporting, LabelledName } from "../../src/pages/page.ts";

/** Nothing for whatever nobody paid for. */
export function SponsorOf({ sponsor }: { readonly sponsor?: LabelledName | undefined }) {
  if (!sponsor) return null;
  return (
    <p class="sponsor">
      {sponsor.label} <NameOf {...sponsor} rel="sponsored noopener" />
    </p>
  );
}

/** Nothing where the newsroom says nothing of its work. */
export function ReportingOf({ reporting }: { readonly reporting?: Reporting | undefined }) {
  if (!reporting) return null;
  const { method, sources } = reporting;
  return (
    <section class="reporting">
      {method && (
        <>
          <h2 class="label">{method.heading}</h2>
          <div class="reporting-method">
            {method.paragraphs.map((words) => (
              <p>{words}</p>
            ))}
          </div>
        </>
      )}
      {sources && (
        <>
          <h2 class="label">{sources.heading}</h2>
          <ul>
            {sources.list.map((source) => (
              <li>
                <NameOf {...source} rel="noopener" />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Nothing where no terms of use are given. */
export function LicenseOf({ license }: { readonly license?: LabelledName | undefined }) {
  if (!license) return null;
  return (
    <p class="license small">
      {license.label} <NameOf {...license} rel="license noopener" />
    </p>
  );
}

function NameOf({ name, url, rel }: Named & { readonly rel: string }) {
  if (url === undefined) return <bdi>{name}</bdi>;
  return (
    <a href={url} rel={rel}>
      <bdi>{name}</bdi>
    </a>
  );
}
