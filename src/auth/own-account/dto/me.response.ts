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
   * The longest lifetime of a token that is made or rotated, in seconds; null means no limit.
   * @example 7776000
   */
  maxLifetimeSeconds: number | null;

  /**
   * Whether a token may have no expiry.
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

  /** The site's rules for the expiry of tokens. */
  policy: MeSitePolicy;
}

export class MeCredential {
  /**
   * The kind of credential that you used.
   * @example "personal"
   */
  kind: 'session' | 'personal' | 'application' | 'secret';

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;

  /**
   * When it stops working; null means never.
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
   * The roles that you have now.
   * @example ["ROLE_MANAGE_PROXIES"]
   */
  roles: string[];

  /**
   * What this credential may do now.
   * @example ["projects:read", "projects:write"]
   */
  scopes: string[];

  /** The account that the credential is pinned to; null when it is not pinned. */
  account: MeAccount | null;

  credential: MeCredential;
}
