import type { RemovalPreviewed } from '../removal-preview.js';
import type { RemovalWarning } from '../removal-warnings.js';
import { ReceiverResponse, receiverResponse } from './removal.response.js';

export class PreviewedResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /**
   * When it was last used; null means never.
   * @example "2026-11-20T02:00:04.120Z"
   */
  lastUsedAt: string | null;

  /**
   * What it can do now. After a transfer this becomes its ceiling.
   * @example ["projects:read", "projects:write"]
   */
  scopes: string[];

  /**
   * The scopes among these that it would lose.
   * @example ["projects:write"]
   */
  loses: string[];
}

export class PreviewedTokenResponse extends PreviewedResponse {
  /** @example "personal" */
  kind: 'personal' | 'application';

  /** @example "x7Qa" */
  last4: string;

  /**
   * The application that the token was issued to.
   * @example null
   */
  applicationId: string | null;

  /** @example "2027-06-30T00:00:00.000Z" */
  expiresAt: string | null;
}

export class PreviewedApplicationResponse extends PreviewedResponse {
  /** @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b" */
  clientId: string;
}

export class PreviewedTokensResponse {
  /**
   * How many live tokens the user has.
   * @example 1
   */
  total: number;

  /** Newest first. */
  items: PreviewedTokenResponse[];

  /**
   * Send it as `cursor` to get the next page of tokens; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export class PreviewedApplicationsResponse {
  /**
   * How many applications the user has.
   * @example 1
   */
  total: number;

  /** The applications with the most recent traffic first. */
  items: PreviewedApplicationResponse[];

  /**
   * Send it as `applicationsCursor` to get the next page of applications; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export class RemovalWarningResponse {
  /**
   * `decommissioned`: it would be ended. `receiver_lacks_scopes`: the receiver holds none of the scopes that it needs.
   * `rotates_itself`, `makes_credentials`: it would keep calling, but could no longer do this until its value is replaced.
   * @example "receiver_lacks_scopes"
   */
  code: RemovalWarning['reason'];

  /** @example "application" */
  type: 'application' | 'token';

  /** @example "0199c0de-0000-7000-8000-0000000000ac" */
  id: string;

  /** @example "Order sync" */
  name: string;

  /** @example "2026-11-20T02:00:04.120Z" */
  lastUsedAt: string | null;

  /** @example "The application Order sync would stop: ann holds none of the scopes that it needs." */
  message: string;
}

export class MadeForServiceAccountResponse {
  /** @example "token" */
  type: 'application' | 'token';

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /**
   * The id of the service account that owns it.
   * @example "0199c0de-0000-7000-8000-0000000000ab"
   */
  ownerId: string;

  /** @example "robot" */
  username: string;
}

export class RemovalPreviewResponse {
  /**
   * Send it with the removal. The removal is then refused if anything has changed since the preview.
   * @example "5d41402abc4b2a76b9719d911017c592"
   */
  version: string;

  /**
   * What would happen to the tokens and applications.
   * @example "transfer"
   */
  outcome: 'transfer' | 'decommission';

  /** The user who would receive them; null when they would be decommissioned. */
  receiver: ReceiverResponse | null;

  tokens: PreviewedTokensResponse;

  applications: PreviewedApplicationsResponse;

  /**
   * Integrations that work today and would stop, or would need attention. Of each group at most 200 applications and 200 personal
   * tokens, most recently used first.
   */
  warnings: RemovalWarningResponse[];

  /**
   * What the user made for service accounts. It stays with them, marked as inherited until an administrator replaces the value,
   * because the user may have kept a copy. At most 200 tokens and 200 applications.
   */
  serviceAccounts: MadeForServiceAccountResponse[];
}

export function removalPreviewResponse(preview: RemovalPreviewed): RemovalPreviewResponse {
  const { version, plan, tokens, applications, warnings, serviceAccounts } = preview;
  return {
    version,
    outcome: plan.receiver === null ? 'decommission' : 'transfer',
    receiver: receiverResponse(plan.receiver),
    tokens: {
      ...tokens,
      items: tokens.items.map(({ token: { id, name, kind, last4, applicationId, ...token }, scopes, loses }) => ({
        ...{ id, name, kind, last4, applicationId },
        expiresAt: token.expiresAt?.toISOString() ?? null,
        lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
        ...{ scopes: [...scopes], loses: [...loses] },
      })),
    },
    applications: {
      ...applications,
      items: applications.items.map(({ application: { id, name, clientId }, lastUsedAt, scopes, loses }) => ({
        ...{ id, name, clientId, lastUsedAt: lastUsedAt?.toISOString() ?? null },
        ...{ scopes: [...scopes], loses: [...loses] },
      })),
    },
    warnings: warnings.map((warning) => warningResponse(warning, plan.receiver?.username ?? '')),
    serviceAccounts: serviceAccounts.map((each) => ({ ...each })),
  };
}

const CONSEQUENCE: Readonly<Record<RemovalWarning['reason'], (receiver: string) => string>> = {
  decommissioned: () => 'would stop: it is decommissioned',
  receiver_lacks_scopes: (receiver) => `would stop: ${receiver} holds none of the scopes that it needs`,
  rotates_itself: (receiver) => `rotates itself, which it could not do until ${receiver} replaces its value`,
  makes_credentials: (receiver) => `makes credentials, which it could not do until ${receiver} replaces its values`,
};

function warningResponse({ reason, ...warning }: RemovalWarning, receiver: string): RemovalWarningResponse {
  return {
    code: reason,
    ...warning,
    lastUsedAt: warning.lastUsedAt?.toISOString() ?? null,
    message: `The ${warning.type} ${warning.name} ${CONSEQUENCE[reason](receiver)}.`,
  };
}
