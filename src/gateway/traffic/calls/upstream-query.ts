/** The query as the caller sent it, without parameters that have the credential's name, and with the credential. */
export function upstreamQuery(
  query: string,
  credential: { readonly name: string; readonly value: string } | null,
): string {
  if (credential === null) return query;
  const others = query
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && nameOf(part) !== credential.name);
  const own = `${encodeURIComponent(credential.name)}=${encodeURIComponent(credential.value)}`;
  return `?${[...others, own].join('&')}`;
}

function nameOf(part: string): string {
  const name = (part.split('=', 1)[0] ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // not encoded correctly: the upstream may read it as it likes, and it is not our name
  }
}
