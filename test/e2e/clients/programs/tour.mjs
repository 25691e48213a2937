// What each JavaScript client of this folder does with Gatehouse. Prints what it saw as JSON.
const { issuer, main, powerless } = JSON.parse(process.env.TOUR);

/**
 * @param connect makes a client of `{ issuer, id, secret }` with `token(scope)`, `call(url, token)` (a status), `revoke(token)`,
 *   `errorOf(error)` and, where the library offers it, `introspect(token)`
 */
export async function tour(connect) {
  const client = await connect({ issuer, ...main });
  const other = await connect({ issuer, ...powerless });
  const api = `${issuer}/api/v1/auth/me`;
  const refusal = (attempt) => attempt.then(() => 'no refusal', client.errorOf);

  const token = await client.token('projects:read');
  const empty = await other.token();
  const seen = {
    type: token.token_type.toLowerCase(),
    scope: token.scope,
    emptyScope: 'scope' in empty ? empty.scope : 'absent',
    lifetime: token.expires_in,
    status: await client.call(api, token.access_token),
    wrongSecret: await refusal(connect({ issuer, ...main, secret: 'wrong' }).then((wrong) => wrong.token())),
    tooWide: await refusal(client.token('users:write')),
    othersToken: await refusal(client.revoke(empty.access_token)),
  };
  if (client.introspect) {
    const { active, scope } = await client.introspect(token.access_token);
    const inspected = await client.introspect(empty.access_token);
    seen.introspected = { active, scope, emptyScope: 'scope' in inspected ? inspected.scope : 'absent' };
  }
  await client.revoke(token.access_token);
  await client.revoke(token.access_token); // now a token that nobody knows
  seen.statusAfter = await client.call(api, token.access_token);
  if (client.introspect) seen.introspectedAfter = await client.introspect(token.access_token);
  console.log(JSON.stringify(seen));
}
