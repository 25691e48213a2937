import type { PolicyPreviewed } from '../policy-preview.js';

export class StoppedTokenOwnerResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /** @example "ben" */
  username: string;
}

export class StoppedTokenResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /** @example "personal" */
  kind: 'personal' | 'application';

  /**
   * The last 4 characters of its value, to tell tokens apart.
   * @example "x7Qa"
   */
  last4: string;

  owner: StoppedTokenOwnerResponse;

  /**
   * When it was last used; null means never.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /**
   * The rule that would stop it.
   * @example "policy_unused"
   */
  reason: 'policy_never_expires' | 'policy_lifetime' | 'policy_unused' | 'policy_inherited';
}

export class PolicyWarningResponse {
  /** @example "network_not_allowed" */
  reason: 'network_not_allowed';

  /**
   * How many tokens are affected.
   * @example 3
   */
  tokens: number;

  /** @example "3 tokens were last used from outside the networks that would be allowed." */
  message: string;
}

export class PolicyPreviewResponse {
  /**
   * How many live tokens work now and would stop.
   * @example 1
   */
  total: number;

  /** Newest first. */
  items: StoppedTokenResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;

  /** What a list of tokens cannot show: the networks that each token will be used from. */
  warnings: PolicyWarningResponse[];
}

export function policyPreviewResponse(preview: PolicyPreviewed): PolicyPreviewResponse {
  const { total, items, nextCursor, usedOutside, usernames } = preview;
  return {
    total,
    items: items.map(({ token: { id, name, kind, last4, ownerId, lastUsedAt }, reason }) => ({
      ...{ id, name, kind, last4, reason },
      owner: { id: ownerId, username: usernames.get(ownerId) ?? '' },
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    nextCursor,
    warnings: usedOutside === 0 ? [] : [outside(usedOutside)],
  };
}

function outside(tokens: number): PolicyWarningResponse {
  const message = `${tokens} ${tokens === 1 ? 'token was' : 'tokens were'} last used from outside the networks that would be allowed.`;
  return { reason: 'network_not_allowed', tokens, message };
}
