export class ScopeResponse {
  /** @example "projects:read" */
  scope: string;

  /** @example "See projects" */
  description: string;

  /**
   * The roles that give it.
   * @example ["ROLE_ADMIN", "ROLE_MANAGE_PROXIES"]
   */
  roles: string[];

  /**
   * Whether the credential of this call holds it.
   * @example true
   */
  held: boolean;
}

export class ScopePageResponse {
  items: ScopeResponse[];

  /**
   * Always null: all scopes are in one answer.
   * @example null
   */
  nextCursor: string | null;
}
