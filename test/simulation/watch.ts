import { principalOf } from './model/principal.js';
import type { World } from './model/world.js';
import type { Service } from './service.js';

/** What each known value is good for, by the value. */
export type Sights = ReadonlyMap<string, string>;

/** What `GET /verify` says of token values, and `GET {api}/auth/secret` of secrets; asked for all at once. */
export async function seen(service: Service, texts: readonly string[]): Promise<Sights> {
  const sightOf = (text: string) => (isSecret(text) ? sightOfSecret(service, text) : sightOfToken(service, text));
  return new Map(await Promise.all(texts.map(async (text) => [text, await sightOf(text)] as const)));
}

function isSecret(text: string): boolean {
  return text.startsWith('gth_sec_');
}

async function sightOfToken(service: Service, text: string): Promise<string> {
  const answer = await service.call({ method: 'GET', path: '/verify' }, { authorization: `Bearer ${text}` });
  if (answer.status !== 200) return String(answer.status);
  const of = (name: string) => String(answer.headers[`x-auth-${name}`]);
  const scopes = of('scopes').split(' ').sort().join(' ');
  return sight(of('user-id'), scopes, of('account'), of('transferred-from'), endOf(answer.headers));
}

async function sightOfSecret(service: Service, text: string): Promise<string> {
  const answer = await service.call({ method: 'GET', path: '/auth/secret' }, { authorization: `Secret ${text}` });
  return String(answer.status);
}

function endOf(headers: Readonly<Record<string, unknown>>): number | null {
  const end = headers['gatehouse-token-expiration'];
  return typeof end === 'string' ? new Date(end).getTime() : null;
}

/** To the second, as the header tells it. */
function sight(userId: string, scopes: string, account: string, from: string, end: number | null): string {
  const seconds = end === null ? 'never' : Math.floor(end / 1000);
  return `${userId} may "${scopes}" in "${account}", from "${from}", until ${seconds}`;
}

/** What the contract says of them. */
export function expected(world: World): Sights {
  const sights = new Map<string, string>();
  for (const { id, values } of world.tokens.values())
    for (const { text } of values) sights.set(text, ofToken(world, id, text));
  for (const { id, text } of world.secrets.values())
    sights.set(text, typeof principalOf(world, { by: 'secret', secretId: id }) === 'string' ? '401' : '200');
  for (const { userId, text, dead } of world.developerSecrets)
    sights.set(text, dead || world.users.get(userId)?.status !== 'active' ? '401' : '200');
  return sights;
}

function ofToken(world: World, tokenId: string, text: string): string {
  const found = principalOf(world, { by: 'token', tokenId, text });
  if (typeof found === 'string') return found === 'dead' ? '401' : '403';
  const { userId, scopes, accountId, markedFrom, end } = found;
  return sight(userId, [...scopes].sort().join(' '), accountId ?? '', markedFrom ?? '', end);
}

/** Where the two differ. */
export function differences(expected: Sights, seen: Sights): string[] {
  return [...expected].flatMap(([text, is]) => {
    const was = seen.get(text);
    return was === undefined || was === is ? [] : [`…${text.slice(-6)}: expected ${is}\n    but ${was}`];
  });
}
