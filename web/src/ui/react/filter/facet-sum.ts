/** What is left of the rows that no listed member holds: facets sum, and say so where a list is cut. */
export function countRest(members: readonly { readonly count: number }[], total: number): number {
  const listed = members.reduce((sum, { count }) => sum + count, 0);
  if (listed > total) throw new RangeError(`members of a facet hold ${listed} of ${total} rows`);
  return total - listed;
}
