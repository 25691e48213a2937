/** Where a sign-in leads: a page of ours from the address, and never another host's. */
export function nextPage(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
