export class ScopeResponse {
  /** @example "projects:read" */
  scope: string;

  /** @example "See projects" */
  description: string;

  /**
   * The roles that give the scope.
   * @example ["ROLE_ADMIN", "ROLE_MANAGE_PROXIES"]
   */
  roles: string[];

  /**
   * Whether the credential of this call holds the scope.
   * @example true
   */
  held: boolean;
}

export class ScopePageResponse {
  items: ScopeResponse[];

  /**
   * Always null: one answer holds all scopes.
   * @example null
   */
  nextCursor: string | null;
}
