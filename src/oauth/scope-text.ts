/** Scopes as OAuth writes them: space-separated, with the account that the token is pinned to as `account:{id}`. */
export function scopeText(scopes: readonly string[], accountId: string | null): string {
  return (accountId === null ? scopes : [...scopes, `account:${accountId}`]).join(' ');
}
