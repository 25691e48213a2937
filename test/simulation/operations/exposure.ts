import type { Planner } from '../act.js';
import { endDescendants } from '../model/lineage.js';
import { principalOf, type Caller } from '../model/principal.js';
import { currentValue, isLive, isLiveSecret, isOver, known, type World } from '../model/world.js';
import type { Picks } from '../random.js';

type Found = Exclude<Caller, { by: 'session' }>;

interface Exposed {
  readonly caller: Found;
  readonly text: string;
}

function everything(world: World): Exposed[] {
  return [
    ...[...world.tokens.values()].flatMap(({ id: tokenId, values }) =>
      values.map(({ text }) => ({ text, caller: { by: 'token', tokenId, text } as const })),
    ),
    ...[...world.secrets.values()].map(({ id, text }) => ({ text, caller: { by: 'secret', secretId: id } as const })),
    ...world.developerSecrets.map(({ userId, text }) => ({
      text,
      caller: { by: 'developer secret', userId, text } as const,
    })),
  ];
}

function some(picks: Picks, world: World): Exposed[] {
  const all = everything(world);
  const live = all.filter(({ caller }) => principalOf(world, caller) !== 'dead');
  const first = picks.of(picks.chance(0.7) ? live : all);
  const second = picks.chance(0.15) ? picks.of(all) : undefined;
  return [...new Set([first, second])].filter((each) => each !== undefined);
}

/** `POST /leaks`: each value that could still be used ends, with all that it made (contract §9, "Lineage"). */
export const reportLeak: Planner = (world, picks) => {
  const found = some(picks, world);
  if (found.length === 0) return null;
  const body = { credentials: found.map(({ text }) => text) };
  return {
    caller: 'nobody',
    request: { method: 'POST', path: '/leaks', body },
    judge: (now) => () => {
      const first = found.filter(({ caller }) => caller.by === 'token');
      for (const each of [...first, ...found.filter((one) => !first.includes(one))]) expose(now, each);
    },
  };
};

function expose(world: World, { caller, text }: Exposed): void {
  const key = endItself(world, caller, text);
  if (key !== null) endDescendants(world, [key]);
}

/** Answers its key, or null when it was over already. */
function endItself(world: World, caller: Found, text: string): string | null {
  if (caller.by === 'developer secret') {
    const secret = world.developerSecrets.find((each) => each.text === text && !each.dead);
    if (secret === undefined) return null;
    secret.dead = true;
    return secret.userId;
  }
  if (caller.by === 'secret') {
    const secret = known(world.secrets.get(caller.secretId));
    const application = known(world.applications.get(secret.applicationId));
    const isUsable = isLiveSecret(world, secret) && !application.deleted && !isOver(application.endsAt, world.now);
    if (!isUsable) return null;
    secret.revoked = true;
    return secret.id;
  }
  return endToken(world, caller.tokenId, text);
}

/** Of a value that something else has replaced since, that one alone: its successor is nobody's but its maker's. */
function endToken(world: World, tokenId: string, text: string): string | null {
  const token = known(world.tokens.get(tokenId));
  const value = known(token.values.find((each) => each.text === text));
  const application = token.applicationId === null ? undefined : world.applications.get(token.applicationId);
  const isEnded = application?.deleted === true || isOver(application?.endsAt ?? null, world.now);
  if (!isLive(world, token) || isOver(value.validUntil, world.now) || isEnded) return null;
  if (value.key === currentValue(token).key) token.revoked = true;
  else
    for (const each of token.values)
      if (each.key === value.key && each.validUntil !== null && each.validUntil > world.now)
        each.validUntil = world.now;
  return value.key;
}
