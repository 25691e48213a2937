import { type Act, type Answer, callBy, type Planner, text } from '../act.js';
import { addApplicationToken, applicationTokenEnd, unmarkWhenRenewed } from '../model/applications.js';
import { type Caller, liveCaller, ofPerson, type Principal } from '../model/principal.js';
import { originOf } from '../model/rules.js';
import { isSubset } from '../model/scopes.js';
import { earlier, isSignIn, known, type World } from '../model/world.js';
import type { Picks } from '../random.js';
import { someAccount, someScopes, usersOf } from './choices.js';

const HOUR_SECONDS = 3600;

function someSecret(picks: Picks, world: World): Extract<Caller, { by: 'secret' }> | undefined {
  const all = [...world.secrets.values()].map(({ id }) => ({ by: 'secret', secretId: id }) as const);
  const good = all.filter((caller) => liveCaller(world, caller) !== null);
  return picks.of(good.length > 0 && picks.chance(0.85) ? good : all);
}

/** `POST /oauth/token`: narrower scopes and an account, by name; what is beyond the client is refused. */
export const fetchToken: Planner = (world, picks) => {
  const caller = someSecret(picks, world);
  if (caller === undefined) return null;
  const { applicationId, text: secret } = known(world.secrets.get(caller.secretId));
  const scopes = someScopes(picks, world, caller) ?? null;
  const accountId = someAccount(picks, world) ?? null;
  const words = [...(scopes ?? []), ...(accountId === null ? [] : [`account:${accountId}`])];
  const form = {
    grant_type: 'client_credentials',
    client_id: known(world.applications.get(applicationId)).clientId,
    client_secret: secret,
    ...(words.length > 0 && { scope: words.join(' ') }),
  };
  return callBy(caller, { method: 'POST', path: '/oauth/token', form }, (now, by) => {
    if (scopes !== null && !isSubset(scopes, by.scopes)) return null;
    if (accountId !== null && now.accounts.get(accountId) !== 'active') return null;
    return fetched(now, by, { scopes, accountId });
  });
};

/** `POST {api}/auth/token` with an application's secret: a JWT for an hour. */
export const fetchHourToken: Planner = (world, picks) => {
  const caller = someSecret(picks, world);
  if (caller === undefined) return null;
  return callBy(caller, { method: 'POST', path: '/auth/token' }, (now, by) =>
    fetched(now, by, { format: 'jwt', most: HOUR_SECONDS }),
  );
};

interface Bounds {
  readonly scopes?: readonly string[] | null;
  readonly accountId?: string | null;
  readonly format?: 'jwt';
  readonly most?: number;
}

/** It ends with the secret, and carries the mark of its application. */
function fetched(world: World, by: Principal, { most, ...bounds }: Bounds): (answer: Answer) => void {
  return (answer) => {
    const application = known(world.applications.get(by.applicationId ?? ''));
    unmarkWhenRenewed(world, application);
    const made = { id: known(answer.tokenId ?? undefined), text: text(answer, 'access_token') };
    const expiresAt = applicationTokenEnd(world, application, by.end, most);
    addApplicationToken(world, application, originOf(by), made, { ...bounds, expiresAt, mark: application.mark });
  };
}

/** `POST {api}/auth/token` with a person's password, or with their developer secret: a sign-in. */
export const signIn: Planner = (world, picks) => {
  const person = picks.of(usersOf(world, 'person'));
  const secret = picks.of(world.developerSecrets.filter(({ dead }) => picks.chance(dead ? 0.3 : 1)));
  if (secret !== undefined && picks.chance(0.7)) {
    const caller = { by: 'developer secret', userId: secret.userId, text: secret.text } as const;
    return withDeveloperSecret(caller);
  }
  if (person === undefined) return null;
  const form = { grant_type: 'client_credentials', client_id: person.username, client_secret: person.password };
  return {
    caller: 'nobody',
    request: { method: 'POST', path: '/api/v1/auth/token', form },
    judge: (now) => {
      const by = ofPerson(now, person.id, null);
      return typeof by === 'string' ? null : signedIn(now, by);
    },
  };
};

function withDeveloperSecret(caller: Extract<Caller, { by: 'developer secret' }>): Act {
  return callBy(caller, { method: 'POST', path: '/auth/token' }, (now, by) =>
    now.developerSecrets.some(({ text: value, dead }) => value === caller.text && !dead) ? signedIn(now, by) : null,
  );
}

function signedIn(world: World, by: Principal): (answer: Answer) => void {
  return (answer) => {
    const id = known(answer.tokenId ?? undefined);
    const expiresAt = earlier(world.now + HOUR_SECONDS * 1000);
    world.tokens.set(id, {
      ...{ id, ownerId: by.userId, kind: 'personal', format: 'jwt', scopes: null, ceiling: null, accountId: null },
      ...{ networks: null, applicationId: null, expiresAt, revoked: false, mark: null, renewedAt: world.now },
      values: [{ text: text(answer, 'access_token'), key: id, validUntil: null, mark: null, ...originOf(by) }],
    });
  };
}

/** `POST /users/me/secret/rotate`: the one before dies, and so do the sign-ins. */
export const rotateDeveloperSecret: Planner = (world, picks) => {
  const userId = picks.of([...world.sessions.keys()]);
  if (userId === undefined) return null;
  const request = { method: 'POST', path: '/users/me/secret/rotate' } as const;
  return callBy({ by: 'session', userId }, request, (now, by) => {
    if (!by.confirmed) return null;
    return (answer) => {
      endSignIns(now, userId);
      for (const secret of now.developerSecrets) if (secret.userId === userId) secret.dead = true;
      now.developerSecrets.push({ userId, text: text(answer, 'secret'), dead: false });
    };
  });
};

/** They end with the sessions, and pass to nobody (contract §5). */
export function endSignIns(world: World, userId: string): void {
  for (const token of world.tokens.values()) if (token.ownerId === userId && isSignIn(token)) token.revoked = true;
}
