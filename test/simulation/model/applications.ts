import {
  type Application,
  currentValue,
  earlier,
  type End,
  isLive,
  isLiveSecret,
  type Mark,
  type Origin,
  secretsOf,
  type Token,
  tokensOf,
  type World,
} from './world.js';
import { endMarked } from './values.js';

interface Issued {
  readonly expiresAt: End;
  readonly scopes?: readonly string[] | null;
  readonly accountId?: string | null;
  readonly format?: Token['format'];
  readonly mark?: Mark | null;
}

export function addApplicationToken(
  world: World,
  application: Application,
  origin: Origin,
  made: { readonly id: string; readonly text: string },
  { expiresAt, scopes = null, accountId = null, format = application.format, mark = null }: Issued,
): void {
  world.tokens.set(made.id, {
    ...{ id: made.id, ownerId: application.ownerId, kind: 'application', format, scopes, ceiling: null, accountId },
    ...{ networks: null, applicationId: application.id, expiresAt, revoked: false, mark, renewedAt: world.now },
    values: [{ text: made.text, key: made.id, validUntil: null, mark: null, ...origin }],
  });
}

/** After the lifetime that is set, no later than the application nor than its maker. */
export function applicationTokenEnd(
  { now }: World,
  { ttlSeconds, endsAt }: Application,
  makerEnd: End,
  most = Infinity,
): End {
  return earlier(now + Math.min(ttlSeconds, most) * 1000, endsAt, makerEnd);
}

/** contract §5: no more marked when no live secret or token predates the transfer, or was made since by who has left. */
export function unmarkWhenRenewed(world: World, application: Application): void {
  if (!isStillMarked(world, application)) application.mark = null;
}

export function isStillMarked(world: World, { mark, id, accessTokenId }: Application): boolean {
  if (mark === null) return false;
  const hasLeft = world.users.get(mark.from)?.status === 'removed';
  const isOld = (at: number, madeBy: string) => at <= mark.at || (hasLeft && madeBy === mark.from);
  const hasOldSecret = secretsOf(world, id).some(
    (secret) => isLiveSecret(world, secret) && isOld(secret.createdAt, secret.madeBy),
  );
  const hasOldToken = tokensOf(world, id).some(
    // what is fetched carries a mark of its own
    (token) =>
      isLive(world, token) &&
      (token.id === accessTokenId ? isOld(token.renewedAt, currentValue(token).madeBy) : token.renewedAt <= mark.at),
  );
  return hasOldSecret || hasOldToken;
}

/** What somebody who left fetched, and may have a copy of, though the application is marked no longer. */
export function endMarkedOf(world: World, { id }: Application): void {
  for (const token of tokensOf(world, id)) {
    if (token.mark !== null) token.revoked ||= isLive(world, token);
    endMarked(world, token);
  }
}
