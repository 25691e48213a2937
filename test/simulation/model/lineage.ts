import { currentValue, isLive, isLiveSecret, secretsOf, type Token, tokensOf, type World } from './world.js';

interface Whose {
  /** Left out: everybody's. */
  readonly ownerId?: string;
  /** Its own credentials end with it, and are no descendants. */
  readonly exceptApplicationId?: string;
}

export function keysOfToken(token: Token): string[] {
  return token.values.map(({ key }) => key);
}

export function keysOfApplication(world: World, applicationId: string): string[] {
  const tokens = tokensOf(world, applicationId).flatMap(keysOfToken);
  return [...tokens, ...secretsOf(world, applicationId).map(({ id }) => id)];
}

/** Ends all that values with these keys made, and what that made, through what is dead already (contract §9, "Lineage"). */
export function endDescendants(world: World, keys: readonly string[], whose: Whose = {}): void {
  const reached = reachedFrom(world, keys);
  const isMeant = (issuedWith: string | null) => issuedWith !== null && reached.has(issuedWith);
  for (const token of world.tokens.values()) {
    const isTheirs = isWhose(whose, token.ownerId, token.applicationId);
    if (isLive(world, token) && isTheirs && isMeant(currentValue(token).issuedWith)) token.revoked = true;
    for (const value of token.values)
      if (isMeant(value.issuedWith) && value.validUntil !== null && value.validUntil > world.now)
        value.validUntil = world.now;
  }
  for (const secret of world.secrets.values()) {
    const application = world.applications.get(secret.applicationId);
    if (application === undefined || application.deleted || !isMeant(secret.issuedWith)) continue;
    if (isLiveSecret(world, secret) && isWhose(whose, application.ownerId, application.id)) secret.revoked = true;
  }
}

/** These keys, and those of all that came of them. */
function reachedFrom(world: World, keys: readonly string[]): ReadonlySet<string> {
  const reached = new Set(keys);
  const made = [
    ...[...world.tokens.values()].flatMap(({ values }) => values),
    ...[...world.secrets.values()].map(({ id, issuedWith }) => ({ key: id, issuedWith })),
  ];
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { key, issuedWith } of made) if (issuedWith !== null && reached.has(issuedWith)) reached.add(key);
  }
  return reached;
}

function isWhose(whose: Whose, ownerId: string, applicationId: string | null): boolean {
  return (
    (whose.ownerId === undefined || whose.ownerId === ownerId) &&
    (whose.exceptApplicationId === undefined || whose.exceptApplicationId !== applicationId)
  );
}
