import type { Principal } from './principal.js';
import { originOf } from './rules.js';
import { isSubset } from './scopes.js';
import { currentValue, earlier, type Token, type Value, type World } from './world.js';

interface Rotation {
  readonly value: string;
  readonly graceSeconds: number;
  /** The ceiling goes, and with it every value from under it. */
  readonly lifted: boolean;
  readonly widened: boolean;
}

/** A new value: of a token that rotates itself by the same hand, else of whoever rotated it (contract §9, "Lineage"). */
export function rotate(
  world: World,
  by: Principal,
  token: Token,
  { value, graceSeconds, lifted, widened }: Rotation,
): void {
  const before = currentValue(token);
  before.validUntil = earlier(world.now + graceSeconds * 1000, token.expiresAt);
  const origin =
    by.tokenId === token.id
      ? { key: before.key, issuedWith: before.issuedWith, madeBy: before.madeBy }
      : { key: `${token.id}/${token.values.length}`, ...originOf(by) };
  token.values.push({ text: value, validUntil: null, mark: null, ...origin });
  if (lifted) endGraces(world, token, () => true);
  if (by.kind === 'session' && token.mark !== null) {
    for (const old of inGrace(world, token)) old.mark = token.mark;
    token.mark = null;
  }
  if (widened) endMarked(world, token);
  token.renewedAt = world.now;
}

/** What a token is given reaches no value that somebody who left may have a copy of (contract §5). */
export function endMarked(world: World, token: Token): void {
  endGraces(world, token, ({ mark }) => mark !== null);
}

function endGraces(world: World, token: Token, which: (value: Value) => boolean): void {
  for (const old of inGrace(world, token).filter(which)) old.validUntil = world.now;
}

function inGrace({ now }: World, { values }: Token): Value[] {
  return values.filter(({ validUntil }) => validUntil !== null && validUntil > now);
}

/** Whether naming these scopes lets it do what it could not. */
export function widensScopes({ scopes }: Pick<Token, 'scopes'>, wanted: readonly string[] | null | undefined): boolean {
  return wanted !== undefined && scopes !== null && !(wanted !== null && isSubset(wanted, scopes));
}
