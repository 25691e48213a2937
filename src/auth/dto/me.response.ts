export class MeUser {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /** @example "ann" */
  username: string;

  /** @example "ann@example.com" */
  email: string | null;

  /**
   * `person`, or `service` for a service account.
   * @example "person"
   */
  kind: 'person' | 'service';
}

export class MeSitePolicy {
  /**
   * How long a token may live that is made or rotated, in seconds; null is no bound.
   * @example 7776000
   */
  maxLifetimeSeconds: number | null;

  /**
   * Whether a token may be without an expiry.
   * @example false
   */
  allowNeverExpire: boolean;
}

export class MeSite {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "Acme" */
  name: string;

  /** @example "acme" */
  slug: string;

  /** What the site asks of the expiry of a token. */
  policy: MeSitePolicy;
}

export class MeCredential {
  /**
   * How you proved who you are.
   * @example "personal"
   */
  kind: 'session' | 'personal' | 'application' | 'secret';

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /**
   * When it stops working; null is never.
   * @example "2027-06-30T00:00:00.000Z"
   */
  expiresAt: string | null;
}

export class MeAccount {
  /** @example "0199c0de-0000-7000-8000-000000000002" */
  id: string;

  /** @example "Default" */
  name: string;
}

export class MeResponse {
  user: MeUser;

  site: MeSite;

  /**
   * The roles that you have at this moment.
   * @example ["ROLE_MANAGE_PROXIES"]
   */
  roles: string[];

  /**
   * What this credential may do at this moment.
   * @example ["projects:read", "projects:write"]
   */
  scopes: string[];

  /** The account that the credential is pinned to; null when it is pinned to none. */
  account: MeAccount | null;

  credential: MeCredential;
}
