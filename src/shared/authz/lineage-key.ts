/**
 * The name of a value in the values that it makes (contract §9, "Lineage"): the id of its token, then a slash and the number of
 * times that anything other than the token itself has rotated it. A value that a token gave itself keeps the key. The same holder
 * has both values, and a leak of the old one must reach everything that the new one made.
 */
export function lineageKeyAfter(current: string | null, tokenId: string): string {
  const rotations = Number(current?.slice(tokenId.length + 1) ?? 0);
  return `${tokenId}/${rotations + 1}`;
}

/** The id of the credential that a lineage key names. */
export function credentialIdOf(lineageKey: string): string {
  const [id = lineageKey] = lineageKey.split('/');
  return id;
}
