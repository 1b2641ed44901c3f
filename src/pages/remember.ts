// `Intl` objects are costly to make and cheap to use, and a paper needs few of them: each is made
// once for each language.

/** A function that makes each value once and gives it again for the same key. */
export function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/**
 * The same for what belongs to a thing, such as all that pages have in common to their desk: made
 * once, and kept as long as the thing is.
 */
export function rememberOf<Owner extends object, Value>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  const made = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    const known = made.get(owner) ?? { value: make(owner) };
    made.set(owner, known);
    return known.value;
  };
}

/** The same where one thing is asked for again and again before the next: only the last is kept. */
export function rememberLast<Owner extends object, Value>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  let last: { readonly owner: Owner; readonly value: Value } | undefined;
  return (owner) => {
    if (last?.owner !== owner) last = { owner, value: make(owner) };
    return last.value;
  };
}

/** A function that makes its value when it is first called, and gives it again. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
