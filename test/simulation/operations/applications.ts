import { type Answer, callBy, defined, type Planner, text, timeOf } from '../act.js';
import { endDescendants, keysOfApplication } from '../model/lineage.js';
import {
  addApplicationToken,
  applicationTokenEnd,
  endMarkedOf,
  isStillMarked,
  unmarkWhenRenewed,
} from '../model/applications.js';
import type { Principal } from '../model/principal.js';
import { mayChangeApplication, mayGive, mayMake, originOf } from '../model/rules.js';
import { widensScopes } from '../model/values.js';
import {
  type Application,
  earlier,
  type End,
  isBeyond,
  isLive,
  isOver,
  known,
  secretsOf,
  tokensOf,
  type World,
} from '../model/world.js';
import { anyCaller, applicationFor, someEnd, someScopes, someTtl } from './choices.js';

const TWO_WEEKS = 14 * 24 * 3600;

export interface Registration {
  readonly scopes: readonly string[] | null;
  readonly tokenTtlSeconds: number | undefined;
  readonly tokenFormat: 'opaque' | 'jwt';
}

/** `POST /applications`. */
export const registerApplication: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  if (caller === undefined) return null;
  const wanted: Registration = {
    scopes: someScopes(picks, world, caller) ?? null,
    tokenTtlSeconds: someTtl(picks),
    tokenFormat: picks.chance(0.7) ? 'opaque' : 'jwt',
  };
  const body = { name: 'x', ...defined({ ...wanted }) };
  return callBy(caller, { method: 'POST', path: '/applications', body }, (now, by) => {
    if (!mayRegister(by, wanted)) return null;
    return (answer) => {
      addApplication(now, by, { id: by.userId, ceiling: null }, wanted, answer);
    };
  });
};

/** An application registers no other, nor does what is pinned or limited to networks (contract §1). */
export function mayRegister(by: Principal, { scopes }: Registration): boolean {
  if (!mayMake(by) || by.accountId !== null || by.networks !== null || by.kind === 'application') return false;
  return mayGive(by, scopes);
}

export function addApplication(
  world: World,
  by: Principal,
  { id: ownerId, ceiling }: { readonly id: string; readonly ceiling: readonly string[] | null },
  wanted: Registration,
  answer: Answer,
): void {
  const application: Application = {
    id: text(answer, 'id'),
    clientId: text(answer, 'clientId'),
    ...{ ownerId, scopes: wanted.scopes, ceiling, format: wanted.tokenFormat, deleted: false, mark: null },
    ttlSeconds: wanted.tokenTtlSeconds ?? TWO_WEEKS,
    endsAt: by.end,
    accessTokenId: text(answer, 'accessTokenId'),
  };
  world.applications.set(application.id, application);
  const [secret] = answer.body['secrets'] as { id: string }[];
  addSecret(world, by, application, { id: known(secret).id, text: text(answer, 'clientSecret') });
  const made = { id: text(answer, 'accessTokenId'), text: text(answer, 'accessToken') };
  addApplicationToken(world, application, originOf(by), made, {
    expiresAt: applicationTokenEnd(world, application, by.end),
  });
}

export function addSecret(
  world: World,
  by: Principal,
  { id: applicationId, endsAt }: Application,
  made: { readonly id: string; readonly text: string },
): void {
  const expiresAt = by.end === null ? null : earlier(endsAt, by.end); // else it ends with its application
  world.secrets.set(made.id, {
    ...made,
    applicationId,
    createdAt: world.now,
    expiresAt,
    revoked: false,
    ...originOf(by),
  });
}

/** `PATCH /applications/{id}`. */
export const changeApplication: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && applicationFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const change = {
    scopes: someScopes(picks, world, caller),
    tokenTtlSeconds: someTtl(picks),
    endsAt: picks.chance(0.7) ? undefined : someEnd(picks, world),
    liftCeiling: picks.chance(target.ceiling === null ? 0.05 : 0.4) ? (true as const) : undefined,
  };
  const body = defined({ ...change, endsAt: timeOf(change.endsAt) });
  return callBy(caller, { method: 'PATCH', path: `/applications/${target.id}`, body }, (now, by) => {
    const application = known(now.applications.get(target.id));
    if (!mayChangeApplication(by, application)) return null;
    if (change.scopes !== undefined && !mayGive(by, change.scopes)) return null;
    if (!mayWiden(by, application, change)) return null;
    const isLifted = change.liftCeiling === true && application.ceiling !== null;
    const isWidened = widens(application, change) && !isLifted;
    if (isWidened && isStillMarked(now, application)) return null;
    return () => {
      if (isWidened) endMarkedOf(now, application);
      applyChange(now, application, change);
    };
  });
};

interface Change {
  readonly scopes: readonly string[] | null | undefined;
  readonly tokenTtlSeconds: number | undefined;
  readonly endsAt: End | undefined;
  readonly liftCeiling: true | undefined;
}

function widens(application: Application, { scopes, tokenTtlSeconds, endsAt }: Change): boolean {
  const lasts = endsAt !== undefined && isBeyond(endsAt, application.endsAt);
  const raises = (tokenTtlSeconds ?? 0) > application.ttlSeconds;
  return lasts || raises || widensScopes(application, scopes);
}

function mayWiden(
  by: Principal,
  application: Application,
  { scopes, tokenTtlSeconds, endsAt, liftCeiling }: Change,
): boolean {
  const lasts = endsAt !== undefined && isBeyond(endsAt, application.endsAt);
  const raises = (tokenTtlSeconds ?? 0) > application.ttlSeconds;
  const lifts = liftCeiling === true && application.ceiling !== null;
  if (!lasts && !raises && !lifts && !widensScopes(application, scopes)) return true;
  if (!mayMake(by)) return false;
  if (by.kind === 'session') return true;
  return !lifts && !lasts && !(raises && by.end !== null) && (raises || !isBeyond(application.endsAt, by.end));
}

/** A ceiling is lifted together with every value that was issued under it (contract §5). */
function applyChange(world: World, application: Application, change: Change): void {
  if (change.liftCeiling === true && application.ceiling !== null) {
    application.ceiling = null;
    for (const secret of secretsOf(world, application.id)) secret.revoked = true;
    for (const token of tokensOf(world, application.id)) token.revoked = true;
  }
  if (change.scopes !== undefined) application.scopes = change.scopes;
  if (change.tokenTtlSeconds !== undefined) application.ttlSeconds = change.tokenTtlSeconds;
  if (change.endsAt !== undefined) application.endsAt = change.endsAt;
  unmarkWhenRenewed(world, application);
}

/** `DELETE /applications/{id}`, alone or with all that its tokens and secrets made. */
export const deleteApplication: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && applicationFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  const descendants = picks.chance(0.5);
  const path = `/applications/${target.id}${descendants ? '?descendants=true' : ''}`;
  return callBy(caller, { method: 'DELETE', path }, (now, by) => {
    const application = known(now.applications.get(target.id));
    if (!mayChangeApplication(by, application)) return null;
    return () => {
      const whose = { ownerId: application.ownerId, exceptApplicationId: application.id };
      if (descendants) endDescendants(now, keysOfApplication(now, application.id), whose);
      application.deleted = true;
      for (const secret of secretsOf(now, application.id)) secret.revoked = true;
      for (const token of tokensOf(now, application.id)) token.revoked ||= isLive(now, token);
    };
  });
};

/** `POST /applications/{id}/token`: by its current, un-narrowed token for the lifetime of the application. */
export const renewToken: Planner = (world, picks) => {
  const caller = anyCaller(picks, world);
  const target = caller && applicationFor(picks, world, caller);
  if (caller === undefined || target === undefined) return null;
  return callBy(caller, { method: 'POST', path: `/applications/${target.id}/token` }, (now, by) => {
    const application = known(now.applications.get(target.id));
    if (!mayMake(by) || !mayChangeApplication(by, application) || isOver(application.endsAt, now.now)) return null;
    const isCurrent = by.kind === 'application' && by.tokenId === application.accessTokenId && !by.narrowed;
    return (answer) => {
      const before = application.accessTokenId === null ? undefined : now.tokens.get(application.accessTokenId);
      if (before !== undefined) before.revoked ||= isLive(now, before);
      const made = { id: text(answer, 'tokenId'), text: text(answer, 'accessToken') };
      const expiresAt = applicationTokenEnd(now, application, isCurrent ? application.endsAt : by.end);
      addApplicationToken(now, application, originOf(by), made, { expiresAt });
      application.accessTokenId = made.id;
      unmarkWhenRenewed(now, application);
    };
  });
};
