// The staff of the paper: people first, then desks and agencies.

import type { StaffMember, StaffProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("staff");

export default function printStaff({ sheet }: TemplateData<StaffProps>): string {
  return printDocument(<Staff {...sheet.props} />);
}

function Staff({ title, people, desks, ...page }: StaffProps) {
  return (
    <Document sheet={page}>
      <div class="list list-staff">
        <header class="list-head">
          <h1 class="page-title">{title}</h1>
        </header>
        <Members members={people} />
        {people.length > 0 && desks.length > 0 && <h2 class="staff-heading">{page.words.desks}</h2>}
        <Members members={desks} />
      </div>
    </Document>
  );
}

/** Nothing at all where there is nobody. A name may read in another direction than the page. */
function Members({ members }: { members: readonly StaffMember[] }) {
  if (members.length === 0) return null;
  return (
    <ul class="staff">
      {members.map(({ author, role, email }) => (
        <li>
          <a class="staff-name" href={author.url} rel="author">
            <bdi>{author.label}</bdi>
          </a>
          {role !== undefined && <p class="small">{role}</p>}
          {email && (
            <a class="staff-email small" href={email.url}>
              {email.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
