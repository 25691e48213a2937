import { cutBy, heldBy } from './scopes.js';
import {
  type Application,
  currentValue,
  isLive,
  isLiveSecret,
  isSignIn,
  known,
  secretsOf,
  type Token,
  type User,
  type World,
} from './world.js';

/** What the roles of a user give the tokens at this moment: nothing while suspended (contract §9, "Removal"). */
function heldNow(world: World, user: User): string[] {
  return user.status === 'active' ? heldBy(world, user) : [];
}

/** contract §5: a transfer never widens. The ceiling is what it could do at that moment. */
export function transferToken(world: World, token: Token, to: string): void {
  const owner = known(world.users.get(token.ownerId));
  const application = token.applicationId === null ? null : known(world.applications.get(token.applicationId));
  const bounds = [token.scopes, token.ceiling, application?.scopes ?? null, application?.ceiling ?? null];
  token.ceiling = cutBy(heldNow(world, owner), ...bounds);
  token.mark = { from: owner.id, at: world.now };
  token.ownerId = to;
}

/** Everything that a user has, but their sign-ins. */
export function transferAll(world: World, from: string, to: string): void {
  const owner = known(world.users.get(from));
  const tokens = [...world.tokens.values()].filter((token) => token.ownerId === from);
  for (const token of tokens)
    if (!isLive(world, token)) token.ownerId = to;
    else if (!isSignIn(token)) transferToken(world, token, to);
  for (const application of world.applications.values()) {
    if (application.ownerId !== from) continue;
    application.ownerId = to;
    if (application.deleted) continue;
    application.ceiling = cutBy(heldNow(world, owner), application.scopes, application.ceiling);
    application.mark = { from, at: world.now };
  }
}

export function decommissionAll(world: World, ownerId: string): void {
  const applications = [...world.applications.values()].filter((each) => each.ownerId === ownerId && !each.deleted);
  const ids = applications.map(({ id }) => id);
  for (const token of world.tokens.values()) {
    const isOfTheirs = token.applicationId !== null && ids.includes(token.applicationId);
    if ((token.ownerId === ownerId || isOfTheirs) && isLive(world, token)) token.revoked = true;
  }
  for (const secret of world.secrets.values()) if (ids.includes(secret.applicationId)) secret.revoked = true;
  for (const application of applications) application.deleted = true;
}

/** What somebody who leaves has made for service accounts stays there, marked: they may have kept a copy. */
export function markMadeBy(world: World, leaverId: string): void {
  const mark = { from: leaverId, at: world.now };
  const isOfService = (ownerId: string) => {
    const owner = world.users.get(ownerId);
    return owner?.kind === 'service' && owner.status !== 'removed';
  };
  const isTheirs = (token: Token | undefined) =>
    token !== undefined && isLive(world, token) && currentValue(token).madeBy === leaverId;
  const isMarked = ({ id, accessTokenId }: Application) =>
    secretsOf(world, id).some((secret) => isLiveSecret(world, secret) && secret.madeBy === leaverId) ||
    isTheirs(world.tokens.get(accessTokenId ?? ''));
  for (const application of world.applications.values())
    if (isOfService(application.ownerId) && !application.deleted && isMarked(application))
      if (application.mark?.from !== leaverId) application.mark = mark;
  for (const token of world.tokens.values()) if (isOfService(token.ownerId) && isTheirs(token)) token.mark = mark;
}
