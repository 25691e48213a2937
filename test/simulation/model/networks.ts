import { isSubset } from './scopes.js';

/** The service is called from 127.0.0.1, so tokens of the last cannot be used. Each list is within those that hold its parts. */
export const EVERYWHERE = null;
export const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1/128'];
export const ONE_HOST: readonly string[] = ['127.0.0.1/32'];
export const ELSEWHERE: readonly string[] = ['203.0.113.0/24'];

const WITHIN = new Map([
  [LOOPBACK.join(' '), ['loopback', 'host']],
  [ONE_HOST.join(' '), ['host']],
  [ELSEWHERE.join(' '), ['elsewhere']],
]);

function partsOf(networks: readonly string[]): readonly string[] {
  return WITHIN.get(networks.join(' ')) ?? ['unknown'];
}

/** Null is everywhere. */
export function isWithin(some: readonly string[] | null, all: readonly string[] | null): boolean {
  return all === null || (some !== null && isSubset(partsOf(some), partsOf(all)));
}

export function allowsUs(networks: readonly string[] | null): boolean {
  return networks === null || (networks !== ELSEWHERE && networks.join(' ') !== ELSEWHERE.join(' '));
}
