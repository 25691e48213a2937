import { missingFrom } from '../../shared/authz/scopes.js';
import { areWithin } from '../../shared/networks/network-list.js';
import type { Token } from '../token.entity.js';

type Bounds = Partial<Pick<Token, 'scopes' | 'allowedNetworks'>>;

/**
 * Whether a change lets a token do something, or be used somewhere, that it could not before. The expiry is a matter for
 * rotation.
 */
export function widens(token: Token, patch: Bounds): boolean {
  return widensScopes(token, patch) || widensNetworks(token, patch);
}

function widensScopes({ scopes }: Token, patch: Bounds): boolean {
  if (patch.scopes === undefined || scopes === null) return false;
  return patch.scopes === null || missingFrom(scopes, patch.scopes).length > 0;
}

function widensNetworks({ allowedNetworks: networks }: Token, patch: Bounds): boolean {
  if (patch.allowedNetworks === undefined || networks === null) return false;
  return patch.allowedNetworks === null || !areWithin(patch.allowedNetworks, networks);
}
