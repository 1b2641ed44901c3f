// Runs the same work over a list, a few at a time, and keeps the order of the list: so that reading
// and encoding use every core without opening every file at once.

/**
 * The results of `work` in the order of `items`, at most `limit` of them under way at a time.
 * A failure is thrown when nothing is under way any more.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  const workers = Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, worker);
  const ends = await Promise.allSettled(workers);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
