import { expect, test } from "vitest";
import { pageOrLink, webLink, webPage } from "../../src/source/link-types.ts";
import { ADDRESSES, everyDisguise } from "../safety/vectors.ts";

const AROUND: readonly ((attack: string) => string)[] = [
  (attack) => attack,
  (attack) => `https://${attack}`,
  (attack) => `https://${attack}@example.org/`,
  (attack) => `https://example.org/${attack}`,
  (attack) => `HTTP://example.org/?${attack}`,
  (attack) => `https://example.org/#${attack}`,
  (attack) => `https://example.org:${attack}`,
  (attack) => `mailto:a@example.org?body=${attack}`,
  (attack) => `tel:+1${attack}`,
];

/** RFC 3986, with the only schemes that are followed and a host that can be one. */
const STRICT =
  /^(?:https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?[/?#]|mailto:|tel:)(?:[\w.~!$&'()*+,;=:@/?#-]|%[\da-f]{2})*$/i;

test("whatever is taken for an address elsewhere is one for the strictest reader, and leads where it led", () => {
  const written = [...ADDRESSES, ...everyDisguise(), "ü|[x]%", "\u{1F44D}%2"].flatMap((attack) =>
    AROUND.map((around) => around(attack)),
  );
  const taken = written.flatMap((address) =>
    [webLink, webPage, pageOrLink].flatMap((type) => {
      const { success, data } = type.safeParse(address);
      return success && !data.startsWith("/") ? [{ address, data, type }] : [];
    }),
  );
  expect(taken.length).toBeGreaterThan(10_000);
  expect(taken.filter(({ data }) => !STRICT.test(data))).toEqual([]);
  expect(taken.filter(({ address, data }) => hostOf(address) !== hostOf(data))).toEqual([]);
  expect(taken.filter(({ data, type }) => type.safeParse(data).data !== data)).toEqual([]);
});

const hostOf = (address: string) => new URL(address.trim()).host;
