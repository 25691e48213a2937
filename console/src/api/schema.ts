// Generated from docs/openapi.json by `npm run console:client`: do not edit.
export interface paths {
  '/admin/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the events of the site, newest first: every authentication and every change.
     * @description Needs `audit:read`.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the roles of the site by name, including the built-in roles.
     * @description Needs `roles:read`.
     */
    get: operations['listAdminRoles'];
    put?: never;
    /**
     * Create a role. It can give no scope that you don't hold, and only an administrator can introduce a new scope with it. A
     *     session needs a sign-in or a confirmed password within the last 15 minutes.
     * @description Needs `roles:write`.
     */
    post: operations['createAdminRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/roles/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See a role.
     * @description Needs `roles:read`.
     */
    get: operations['readAdminRole'];
    /**
     * Change a role. Its holders gain and lose scopes at once. To add scopes, a session needs a sign-in or a confirmed password
     *     within the last 15 minutes.
     * @description Needs `roles:write`.
     */
    put: operations['replaceAdminRole'];
    post?: never;
    /**
     * Delete a role that nobody holds.
     * @description Needs `roles:write`.
     */
    delete: operations['deleteAdminRole'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scopes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List every scope of the site: what it means, which roles give it, and whether you hold it. */
    get: operations['listScopes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the accounts of the site, newest first.
     * @description Needs `accounts:read`.
     */
    get: operations['listAccounts'];
    put?: never;
    /**
     * Create an account.
     * @description Needs `accounts:write`.
     */
    post: operations['createAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See an account.
     * @description Needs `accounts:read`.
     */
    get: operations['readAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the name or the description of an account.
     * @description Needs `accounts:write`.
     */
    patch: operations['updateAccount'];
    trace?: never;
  };
  '/accounts/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Suspend an account. From the moment of the answer, every token that is pinned to it is refused.
     * @description Needs `accounts:write`.
     */
    post: operations['suspendAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume an account. Its tokens work as before.
     * @description Needs `accounts:write`.
     */
    post: operations['resumeAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your notifications, newest first. One tells you, for example, that a token of yours was revoked, and why. */
    get: operations['listNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark a notification as read. This needs a session: somebody who found a token must not be able to hide the news about it. */
    post: operations['readNotification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your tokens, newest first. */
    get: operations['listTokens'];
    put?: never;
    /** Create a personal access token. Its value is only shown in this answer. */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens/current/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the token that makes this call a new value. */
    post: operations['rotateCurrent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one of your tokens. */
    get: operations['readToken'];
    put?: never;
    post?: never;
    /** Revoke a token and, on request, everything that it made. They are refused from the moment of the answer. */
    delete: operations['revokeToken'];
    options?: never;
    head?: never;
    /** Rename a token, or change what it may do within what you may do. */
    patch: operations['updateToken'];
    trace?: never;
  };
  '/tokens/{id}/descendants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count your live credentials that the token made, directly or through other credentials. */
    get: operations['countDescendants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tokens/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a token a new value. The old value works until the grace ends. */
    post: operations['rotateToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the tokens of the site, newest first: those of people, of service accounts and of applications.
     * @description Needs `tokens:admin`.
     */
    get: operations['listAdminTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a token for a service account. Its value is only shown in this answer.
     * @description Needs `tokens:admin`.
     */
    post: operations['createServiceAccountToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a token of a service account a new value. The old value works until the grace ends.
     * @description Needs `tokens:admin`.
     */
    post: operations['rotateServiceAccountToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/statistics/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count your personal tokens that work now, and those that need attention. */
    get: operations['countTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/statistics/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the personal tokens of the site that work now, including those of service accounts.
     * @description Needs `tokens:admin`.
     */
    get: operations['countSiteTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/statistics/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the verifications of the site's tokens, hour by hour. Counts are kept for 30 days.
     * @description Needs `tokens:admin`.
     */
    get: operations['countVerifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an API key for a service account. Its secret and its access token are only shown in this answer.
     * @description Needs `tokens:admin`.
     */
    post: operations['registerServiceAccountApplication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/applications/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create another client secret for a service account's application. Two can be live at once; a third is refused with 409.
     * @description Needs `tokens:admin`.
     */
    post: operations['createServiceAccountSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your applications, newest first. */
    get: operations['listApplications'];
    put?: never;
    /** Register an API key. Its secret and its access token are only shown in this answer. */
    post: operations['registerApplication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one of your applications. */
    get: operations['readApplication'];
    put?: never;
    post?: never;
    /**
     * Delete an application. Its secrets and tokens are refused from the moment of the answer and, on request, so is everything
     *     that they made.
     */
    delete: operations['deleteApplication'];
    options?: never;
    head?: never;
    /** Change an application. A narrower scope ceiling applies to its live tokens at once. */
    patch: operations['updateApplication'];
    trace?: never;
  };
  '/applications/{id}/descendants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count your live credentials that its tokens and secrets made, directly or through other credentials. */
    get: operations['countApplicationDescendants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications/{id}/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create or replace the access token of an application. The previous token is refused from now on. */
    post: operations['renewToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create another client secret, to replace one without a gap. Two can be live at once; a third is refused with 409. */
    post: operations['createClientSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications/{id}/secrets/{secretId}/descendants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count your live credentials that the secret fetched or made, directly or through other credentials. */
    get: operations['countSecretDescendants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/applications/{id}/secrets/{secretId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a client secret. Tokens that were issued for it stay valid unless you ask to end them too. */
    delete: operations['revokeClientSecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the certificates of the site, newest first.
     * @description Needs `security:read`.
     */
    get: operations['listCertificates'];
    put?: never;
    /**
     * Add a certificate: one to trust or, with its private key, one to present.
     * @description Needs `security:write`.
     */
    post: operations['createCertificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/certificates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a certificate.
     * @description Needs `security:read`.
     */
    get: operations['readCertificate'];
    /**
     * Rename or renew a certificate. Connections that use it switch to the new one.
     * @description Needs `security:write`.
     */
    put: operations['replaceCertificate'];
    post?: never;
    /**
     * Delete a certificate that no connection uses.
     * @description Needs `security:write`.
     */
    delete: operations['deleteCertificate'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the credentials of the site, newest first.
     * @description Needs `security:read`.
     */
    get: operations['listCredentials'];
    put?: never;
    /**
     * Add a credential for an upstream. Its secret is sealed, and no answer ever contains it.
     * @description Needs `security:write`.
     */
    post: operations['createCredential'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/credentials/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a credential, without its secret.
     * @description Needs `security:read`.
     */
    get: operations['readCredential'];
    /**
     * Change a credential. Connections that use it switch to the new one.
     * @description Needs `security:write`.
     */
    put: operations['replaceCredential'];
    post?: never;
    /**
     * Delete a credential that no connection uses.
     * @description Needs `security:write`.
     */
    delete: operations['deleteCredential'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connections/names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the names of the connections that a proxy can use, newest first.
     * @description Needs `proxies:read`.
     */
    get: operations['listConnectionNames'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the connections of the site, newest first.
     * @description Needs `security:read`.
     */
    get: operations['listConnections'];
    put?: never;
    /**
     * Add a connection to an upstream.
     * @description Needs `security:write`.
     */
    post: operations['createConnection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a connection.
     * @description Needs `security:read`.
     */
    get: operations['readConnection'];
    /**
     * Change a connection. The proxies that use it follow it from then on.
     * @description Needs `security:write`.
     */
    put: operations['replaceConnection'];
    post?: never;
    /**
     * Delete a connection that no proxy uses.
     * @description Needs `security:write`.
     */
    delete: operations['deleteConnection'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the projects of the account, newest first.
     * @description Needs `projects:read`.
     */
    get: operations['listProjects'];
    put?: never;
    /**
     * Create a project.
     * @description Needs `projects:write`.
     */
    post: operations['createProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a project.
     * @description Needs `projects:read`.
     */
    get: operations['readProject'];
    put?: never;
    post?: never;
    /**
     * Delete a project that has no proxies.
     * @description Needs `projects:write`.
     */
    delete: operations['deleteProject'];
    options?: never;
    head?: never;
    /**
     * Change the name or description of a project.
     * @description Needs `projects:write`.
     */
    patch: operations['updateProject'];
    trace?: never;
  };
  '/proxies/{id}/deploy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deploy a proxy as it is edited now, or an older revision again. Requests under way finish as they began. With If-Match, a
     *     proxy that was edited since you looked at it is not deployed.
     * @description Needs `proxies:deploy`.
     */
    post: operations['deployDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/undeploy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undeploy a proxy. From the moment of the answer, its path leads nowhere.
     * @description Needs `proxies:deploy`.
     */
    post: operations['undeployDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the revisions of a proxy that were deployed, newest first.
     * @description Needs `proxies:deploy`.
     */
    get: operations['revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what deploying a proxy as it is edited now would change.
     * @description Needs `proxies:read`.
     */
    get: operations['changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/revisions/{revision}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what changed between a revision and another one.
     * @description Needs `proxies:deploy`.
     */
    get: operations['difference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{id}/proxies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the proxies of a project, newest first.
     * @description Needs `proxies:read`.
     */
    get: operations['listProjectProxies'];
    put?: never;
    /**
     * Create a proxy. It serves nothing until it is deployed.
     * @description Needs `proxies:write`.
     */
    post: operations['createProjectProxy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{id}/proxies/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Propose a proxy for an API that an OpenAPI document describes: its routes and their scopes. Nothing is saved.
     * @description Needs `proxies:write`.
     */
    post: operations['import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a proxy as it is edited now.
     * @description Needs `proxies:read`.
     */
    get: operations['readProxy'];
    /**
     * Change a proxy. The deployed revision stays as it is until the next deployment.
     * @description Needs `proxies:write`.
     */
    put: operations['replaceProxy'];
    post?: never;
    /**
     * Delete a proxy. If it is deployed, this needs `proxies:deploy` too.
     * @description Needs `proxies:write`.
     */
    delete: operations['deleteProxy'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export a proxy in the form from which `POST {api}/projects/{id}/proxies` makes the same one.
     * @description Needs `proxies:read`.
     */
    get: operations['export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/rules/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Test rules against a request: which rule decides, and which scopes it needs. Nothing is saved.
     * @description Needs `proxies:read`.
     */
    post: operations['tryRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/me/secret/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show your developer secret again. This needs your password, even from a session. */
    post: operations['revealDeveloperSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/me/secret/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace your developer secret. The previous one is refused from the moment of the answer. */
    post: operations['rotateDeveloperSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/accept-invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set your first password, or a new one, with the link you were given; then sign in. The link works while its maker is active
     *     and holds every scope that you hold.
     */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in. The answer sets the session cookie and describes you as `GET /auth/me` does. */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out. The session ends on the server: no copy of its cookie works any more. */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The open test call: it shows that the service is up. */
    get: operations['test'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get your identity, what you may do now, and the credential you are using. */
    get: operations['readMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find out who owns this client secret and when it was made. Only accepts `Authorization: Secret <client secret>`. */
    get: operations['describeSecret'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get a JWT that is valid for an hour: with a username and password in the form, or with `Authorization: Secret …` and no form. */
    post: operations['issuePersonToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your password. All your sessions end; the answer sets the cookie of a new one. */
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm your password. Sensitive calls are open to this session for the next 15 minutes. */
    post: operations['confirmPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your open sessions, newest first. */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    /** End all your sessions except the one that makes this call. Their cookies are refused from the moment of the answer. */
    delete: operations['endOtherSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End a session. Its cookie is refused from the moment of the answer. */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the users of the site, newest first.
     * @description Needs `users:read`.
     */
    get: operations['listAdminUsers'];
    put?: never;
    /**
     * Create a user. Only an administrator can give roles. In a session, creating a person or giving roles needs a sign-in or a
     *     confirmed password within the last 15 minutes.
     * @description Needs `users:write`.
     */
    post: operations['createAdminUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a user.
     * @description Needs `users:read`.
     */
    get: operations['readAdminUser'];
    put?: never;
    post?: never;
    /**
     * Remove a user. Their tokens and applications pass to the owner of the site, or to the user you name, with their values
     *     unchanged. If the site has no owner, they are decommissioned. The user is locked out from the moment of the answer.
     * @description Needs `users:write`. A session must have signed in or confirmed its password within the last 15 minutes.
     */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    /**
     * Rename a user, or change their roles. The change of roles applies to their tokens at once.
     * @description Needs `users:write`.
     */
    patch: operations['updateAdminUser'];
    trace?: never;
  };
  '/admin/users/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Suspend a user. Their sessions end, and their tokens and secrets are refused until they are resumed.
     * @description Needs `users:write`.
     */
    post: operations['suspendAdminUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume a suspended user. Their tokens work again; their sessions stay ended.
     * @description Needs `users:write`.
     */
    post: operations['resumeAdminUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a new invitation link, which lets the person set a first or a new password. The previous link stops working. The owner
     *     of the site gets none. In a session this needs a sign-in or a confirmed password within the last 15 minutes.
     * @description Needs `users:write`.
     */
    post: operations['inviteAdminUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Preview the removal of a user: who receives what, what each token loses, and which integrations would stop.
     * @description Needs `users:write`.
     */
    get: operations['previewRemoval'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/site': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the site: its name, its owner and its policy for tokens.
     * @description Needs `site:write`.
     */
    get: operations['readSite'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Rename the site, or change its policy. A policy applies to live tokens too, from the moment of the answer: look at the
     *     preview first.
     * @description Needs `site:write`.
     */
    patch: operations['updateSite'];
    trace?: never;
  };
  '/admin/site/policy/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Preview a policy: list the tokens that work now and would stop. Nothing changes. Rules that you leave out stay as they are.
     * @description Needs `site:write`.
     */
    post: operations['previewPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/site/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Hand the site over to another person, or leave it without an owner. Only the owner can do this or, while there is none, an
     *     administrator: from a session with a sign-in or a confirmed password within the last 15 minutes, or with a token that holds
     *     `site:write` and is not narrowed.
     */
    put: operations['handOverSite'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/reassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move chosen tokens, or all tokens and applications of a user, to another user. The values stay the same, and nothing can do
     *     more than before. If one id is unknown, nothing moves.
     * @description Needs `tokens:admin`. A session must have signed in or confirmed its password within the last 15 minutes.
     */
    post: operations['reassignTokens'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/identify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find out who owns a token or secret that was found. The lookup does not count as a use, and the answer does not repeat the
     *     value.
     * @description Needs `tokens:admin`.
     */
    post: operations['identifyToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/{id}/descendants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the live credentials of its owner that a token made, directly or through other credentials.
     * @description Needs `tokens:admin`.
     */
    get: operations['countTokenDescendants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke any token of the site and, on request, everything that it made. They are refused from the moment of the answer.
     * @description Needs `tokens:admin`.
     */
    delete: operations['revokeAnyToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/leaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report credentials that were found, or text that contains them. Each live one is revoked and its owner notified. The answer
     *     never says which were live.
     */
    post: operations['reportLeaks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AuditCredentialResponse: {
      /** @example session */
      kind: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string | null;
    };
    AuditActorResponse: {
      /**
       * @description `user`; `operator`: a command on the machine; `system`: the service itself; `anonymous`: an unknown caller.
       * @example user
       * @enum {string}
       */
      kind: 'anonymous' | 'operator' | 'system' | 'user';
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string | null;
      /**
       * @description The name at that time: users can be renamed and removed.
       * @example ann
       */
      name: string | null;
      /** @description The credential that proved who the actor was. */
      credential: components['schemas']['AuditCredentialResponse'] | null;
    };
    AuditSubjectResponse: {
      /** @example token */
      type: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string | null;
      /**
       * @description The name at that time.
       * @example Nightly export
       */
      name: string | null;
    };
    AuditEventResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ee */
      id: string;
      /** @example 2026-11-01T09:30:00.000Z */
      at: string;
      /**
       * @description What was done or refused.
       * @example token.created
       * @enum {string}
       */
      action:
        | 'account.created'
        | 'account.resumed'
        | 'account.suspended'
        | 'account.updated'
        | 'application.created'
        | 'application.deleted'
        | 'application.secret_created'
        | 'application.secret_revoked'
        | 'application.token_issued'
        | 'application.updated'
        | 'applications.decommissioned'
        | 'applications.marked'
        | 'applications.transferred'
        | 'cache.cleared'
        | 'care.done'
        | 'certificate.created'
        | 'certificate.deleted'
        | 'certificate.updated'
        | 'connection.created'
        | 'connection.deleted'
        | 'connection.updated'
        | 'credential.created'
        | 'credential.deleted'
        | 'credential.identified'
        | 'credential.revoked'
        | 'credential.updated'
        | 'credential.used'
        | 'deployment_key.created'
        | 'deployment_key.resealed'
        | 'descendants.revoked'
        | 'developer_secret.revealed'
        | 'developer_secret.rotated'
        | 'invitation.accepted'
        | 'invitation.created'
        | 'key.created'
        | 'notification.read'
        | 'project.created'
        | 'project.deleted'
        | 'project.updated'
        | 'proxy.created'
        | 'proxy.deleted'
        | 'proxy.deployed'
        | 'proxy.undeployed'
        | 'proxy.updated'
        | 'role.created'
        | 'role.deleted'
        | 'role.updated'
        | 'session.confirmed'
        | 'session.ended'
        | 'session.refused'
        | 'session.started'
        | 'sessions.ended'
        | 'site.created'
        | 'site.owner_changed'
        | 'site.updated'
        | 'token.created'
        | 'token.issued'
        | 'token.revoked'
        | 'token.rotated'
        | 'token.updated'
        | 'tokens.decommissioned'
        | 'tokens.marked'
        | 'tokens.transferred'
        | 'user.created'
        | 'user.password_changed'
        | 'user.removed'
        | 'user.resumed'
        | 'user.suspended'
        | 'user.updated';
      /**
       * @example success
       * @enum {string}
       */
      outcome: 'denied' | 'success';
      /**
       * @description Why the call was denied, in more detail than the caller was told.
       * @example null
       */
      reason: string | null;
      actor: components['schemas']['AuditActorResponse'];
      subject: components['schemas']['AuditSubjectResponse'] | null;
      /**
       * @description Where the request came from.
       * @example 203.0.113.9
       */
      address: string | null;
      /**
       * @description The `requestId` of the answer and of its log lines.
       * @example EBWLCL1kgVLI-a
       */
      requestId: string | null;
      /**
       * @description What changed. Never a secret.
       * @example {
       *       "kind": "personal",
       *       "last4": "x7Qa"
       *     }
       */
      details: {
        [key: string]: unknown;
      } | null;
    };
    AuditPageResponse: {
      items: components['schemas']['AuditEventResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last page.
       * @example null
       */
      nextCursor: string | null;
    };
    RoleResponse: {
      /** @example ROLE_ORDER_CLERK */
      name: string;
      /** @example Sees and enters orders */
      description: string;
      /**
       * @example [
       *       "orders:read",
       *       "orders:write"
       *     ]
       */
      scopes: string[];
      /**
       * @description Whether the role is built in. Every site has the built-in roles, and nobody can change them.
       * @example false
       */
      builtIn: boolean;
    };
    RolePageResponse: {
      items: components['schemas']['RoleResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last page.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateRoleRequest: {
      /**
       * @description `ROLE_` and 1 to 55 capital letters, digits or underscores.
       * @example ROLE_ORDER_CLERK
       */
      name: string;
      /**
       * @description The people that the role is for.
       * @example Sees and enters orders
       */
      description: string;
      /**
       * @description The scopes that the role gives: built-in scopes, and scopes of your own API.
       * @example [
       *       "orders:read",
       *       "orders:write"
       *     ]
       */
      scopes: string[];
    };
    ReplaceRoleRequest: {
      /**
       * @description Optional; must be the name in the path. A role keeps its name.
       * @example ROLE_ORDER_CLERK
       */
      name?: string;
      /**
       * @description The people that the role is for.
       * @example Sees and enters orders
       */
      description: string;
      /**
       * @description All scopes that the role gives from now on, to all its holders.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
    };
    ScopeResponse: {
      /** @example projects:read */
      scope: string;
      /** @example See projects */
      description: string;
      /**
       * @description The roles that give the scope.
       * @example [
       *       "ROLE_ADMIN",
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether the credential of this call holds the scope.
       * @example true
       */
      held: boolean;
    };
    ScopePageResponse: {
      items: components['schemas']['ScopeResponse'][];
      /**
       * @description Always null: one answer holds all scopes.
       * @example null
       */
      nextCursor: string | null;
    };
    AccountResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example ACME Wholesale */
      name: string;
      /** @example The wholesale department, since 2027 */
      description: string | null;
      /**
       * @description Whether the account is active or suspended. The tokens of a suspended account are refused until it is resumed.
       * @example active
       * @enum {string}
       */
      status: 'active' | 'suspended';
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    AccountPageResponse: {
      items: components['schemas']['AccountResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last page.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateAccountRequest: {
      /**
       * @description Unique in the site.
       * @example ACME Wholesale
       */
      name: string;
      /**
       * @description A note that tells this account from others.
       * @example The wholesale department, since 2027
       */
      description?: string | null;
    };
    UpdateAccountRequest: {
      /**
       * @description A new name, unique in the site.
       * @example ACME Wholesale Europe
       */
      name?: string;
      /**
       * @description A new description; null removes it.
       * @example null
       */
      description?: string | null;
    };
    NotificationSubjectResponse: {
      /** @example token */
      type: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
    };
    NotificationResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ee */
      id: string;
      /**
       * @description What happened.
       * @example credential.sent_in_plaintext
       */
      kind: string;
      /** @description The object that the event concerns. */
      subject: components['schemas']['NotificationSubjectResponse'];
      /**
       * @description Details of the event. Their fields depend on `kind`.
       * @example {
       *       "name": "Nightly export",
       *       "address": "203.0.113.9"
       *     }
       */
      details: {
        [key: string]: unknown;
      };
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When you marked the notification as read; null if you have not.
       * @example null
       */
      readAt: string | null;
    };
    NotificationPageResponse: {
      items: components['schemas']['NotificationResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last page.
       * @example null
       */
      nextCursor: string | null;
    };
    TransferResponse: {
      /**
       * @description The id of the former owner.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      from: string;
      /**
       * @description When the transfer happened.
       * @example 2026-11-01T09:30:00.000Z
       */
      at: string;
    };
    MakerResponse: {
      /**
       * @description What made it: a `session`, a `personal` or `application` token, a client `secret`, a `developer_secret`, a `password`, or the
       *     `system` and its operator.
       * @example session
       * @enum {string}
       */
      kind: 'application' | 'developer_secret' | 'password' | 'personal' | 'secret' | 'session' | 'system';
      /**
       * @description The id of that session, token or secret; null for a password and the system.
       * @example 0199c0de-0000-7000-8000-0000000000ee
       */
      id: string | null;
    };
    TokenResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description `personal`: a person made it. `application`: it was issued to an application.
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal';
      /**
       * @description `opaque`, or `jwt` (RFC 9068).
       * @example opaque
       * @enum {string}
       */
      format: 'jwt' | 'opaque';
      /**
       * @example active
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /**
       * @description Why the policy of the site stops the token now: it is `active`, but refused. A new value, with an expiry that the site
       *     allows, makes it work again. Null when the policy does not stop it.
       * @enum {string|null}
       */
      stoppedBy: null | 'policy_inherited' | 'policy_lifetime' | 'policy_never_expires' | 'policy_unused';
      /**
       * @description The last 4 characters of its value, to tell tokens apart.
       * @example x7Qa
       */
      last4: string;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /**
       * @description The user who made it. This never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that the token was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description The scopes that it is narrowed to; null means everything that its owner's roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For a token that came from another user: the most that it can do, which is what it could do at that moment. Null means no
       *     such limit.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null means never.
       * @example 2027-06-30T00:00:00.000Z
       */
      expiresAt: string | null;
      /** @example null */
      rotatedAt: string | null;
      /** @example null */
      revokedAt: string | null;
      /**
       * @description Why it was revoked: `revoked_by_owner`, `sent_in_plaintext`, `regenerated`, `application_deleted` and the like.
       * @example null
       */
      revokedReason: string | null;
      /**
       * @description When it was last used, to within a few seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until its owner, signed in, replaces its value. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @description The credential that made its current value; null for values that are older than this record. */
      issuedWith: components['schemas']['MakerResponse'] | null;
    };
    TokenPageResponse: {
      items: components['schemas']['TokenResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateTokenRequest: {
      /**
       * @description A name by which you recognise the token.
       * @example Nightly export
       */
      name: string;
      /**
       * Format: date-time
       * @description When the token stops working (RFC 3339), or null for never.
       * @example 2027-06-30T00:00:00Z
       */
      expiresAt: string | null;
      /**
       * @description What the token may do, within what you may do. If left out: everything that your roles allow, now and later.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * Format: uuid
       * @description The id of the one account that the token is for. If left out: any account of your site.
       * @example null
       */
      accountId?: string | null;
      /**
       * @description The networks that the token may be used from, in CIDR notation: `["203.0.113.0/24"]`. If left out: anywhere.
       * @example null
       */
      allowedNetworks?: string[] | null;
    };
    IssuedTokenResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description `personal`: a person made it. `application`: it was issued to an application.
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal';
      /**
       * @description `opaque`, or `jwt` (RFC 9068).
       * @example opaque
       * @enum {string}
       */
      format: 'jwt' | 'opaque';
      /**
       * @example active
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /**
       * @description Why the policy of the site stops the token now: it is `active`, but refused. A new value, with an expiry that the site
       *     allows, makes it work again. Null when the policy does not stop it.
       * @enum {string|null}
       */
      stoppedBy: null | 'policy_inherited' | 'policy_lifetime' | 'policy_never_expires' | 'policy_unused';
      /**
       * @description The last 4 characters of its value, to tell tokens apart.
       * @example x7Qa
       */
      last4: string;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /**
       * @description The user who made it. This never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that the token was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description The scopes that it is narrowed to; null means everything that its owner's roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For a token that came from another user: the most that it can do, which is what it could do at that moment. Null means no
       *     such limit.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null means never.
       * @example 2027-06-30T00:00:00.000Z
       */
      expiresAt: string | null;
      /** @example null */
      rotatedAt: string | null;
      /** @example null */
      revokedAt: string | null;
      /**
       * @description Why it was revoked: `revoked_by_owner`, `sent_in_plaintext`, `regenerated`, `application_deleted` and the like.
       * @example null
       */
      revokedReason: string | null;
      /**
       * @description When it was last used, to within a few seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until its owner, signed in, replaces its value. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @description The credential that made its current value; null for values that are older than this record. */
      issuedWith: components['schemas']['MakerResponse'] | null;
      /**
       * @description The credential itself. It is only ever shown in this answer.
       * @example gth_pat_…
       */
      token: string;
    };
    RotateTokenRequest: {
      /**
       * @description What the token may do from now on, within what you may do; null means everything that your roles allow. If left out, the
       *     scopes stay. The new owner of an inherited token uses this, signed in, to lift its ceiling.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * @description How many seconds the old value keeps working: at most a week, and never beyond its own expiry. The default, 0, ends it at
       *     once.
       * @example 3600
       */
      graceSeconds?: number;
      /**
       * Format: date-time
       * @description A new expiry (RFC 3339), or null for never. If left out, the expiry stays.
       * @example 2027-12-31T00:00:00Z
       */
      expiresAt?: string | null;
    };
    UpdateTokenRequest: {
      /**
       * @description A new name.
       * @example Nightly export to the warehouse
       */
      name?: string;
      /**
       * @description What the token may do from now on, within what you may do; null means everything that your roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * @description The networks that the token may be used from, from now on; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks?: string[] | null;
    };
    DescendantsResponse: {
      /**
       * @description The number of live descendants: credentials that this one made, that those made, and so on.
       * @example 3
       */
      count: number;
      /**
       * @description How many of them are tokens.
       * @example 2
       */
      tokens: number;
      /**
       * @description How many of them are client secrets.
       * @example 1
       */
      clientSecrets: number;
    };
    RevokedResponse: {
      /**
       * @description How many live credentials this call ended, including those that the call was about.
       * @example 4
       */
      revoked: number;
    };
    TokenOwnerResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /**
       * @description Null when the user was removed.
       * @example ann
       */
      username: string | null;
    };
    AdminTokenResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description `personal`: a person made it. `application`: it was issued to an application.
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal';
      /**
       * @description `opaque`, or `jwt` (RFC 9068).
       * @example opaque
       * @enum {string}
       */
      format: 'jwt' | 'opaque';
      /**
       * @example active
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /**
       * @description Why the policy of the site stops the token now: it is `active`, but refused. A new value, with an expiry that the site
       *     allows, makes it work again. Null when the policy does not stop it.
       * @enum {string|null}
       */
      stoppedBy: null | 'policy_inherited' | 'policy_lifetime' | 'policy_never_expires' | 'policy_unused';
      /**
       * @description The last 4 characters of its value, to tell tokens apart.
       * @example x7Qa
       */
      last4: string;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /**
       * @description The user who made it. This never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that the token was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description The scopes that it is narrowed to; null means everything that its owner's roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For a token that came from another user: the most that it can do, which is what it could do at that moment. Null means no
       *     such limit.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null means never.
       * @example 2027-06-30T00:00:00.000Z
       */
      expiresAt: string | null;
      /** @example null */
      rotatedAt: string | null;
      /** @example null */
      revokedAt: string | null;
      /**
       * @description Why it was revoked: `revoked_by_owner`, `sent_in_plaintext`, `regenerated`, `application_deleted` and the like.
       * @example null
       */
      revokedReason: string | null;
      /**
       * @description When it was last used, to within a few seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until its owner, signed in, replaces its value. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @description The credential that made its current value; null for values that are older than this record. */
      issuedWith: components['schemas']['MakerResponse'] | null;
      /** @description The user who owns the token. */
      owner: components['schemas']['TokenOwnerResponse'];
    };
    AdminTokenPageResponse: {
      items: components['schemas']['AdminTokenResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    RotateServiceAccountTokenRequest: {
      /**
       * @description How many seconds the old value keeps working: at most a week, and never beyond its own expiry. The default, 0, ends it at
       *     once.
       * @example 3600
       */
      graceSeconds?: number;
      /**
       * Format: date-time
       * @description A new expiry (RFC 3339), or null for never. If left out, the expiry stays.
       * @example 2027-12-31T00:00:00Z
       */
      expiresAt?: string | null;
    };
    TokenFiguresResponse: {
      /**
       * @description Personal tokens that work now. Short-lived tokens from a sign-in and tokens of applications are not counted.
       * @example 12
       */
      active: number;
      /**
       * @description Tokens that the policy of the site stops now. They are not counted in the other figures.
       * @example 0
       */
      stopped: number;
      /**
       * @description Active tokens that expire within 30 days.
       * @example 2
       */
      expiring: number;
      /**
       * @description Active tokens that were neither created nor used in the last 90 days.
       * @example 1
       */
      unused: number;
      /**
       * @description Active tokens that came from another user and have not been rotated since.
       * @example 0
       */
      inherited: number;
    };
    HourOfVerificationsResponse: {
      /**
       * @description The start of the hour, in UTC.
       * @example 2026-11-01T09:00:00.000Z
       */
      hour: string;
      /**
       * @description How often a valid token was presented: to this API, to /verify, to the gateway, or to /oauth/introspect in a question about
       *     it.
       * @example 1204
       */
      verified: number;
      /**
       * @description How often a token was presented that the site once issued and that does not work: it expired, was revoked, or came from a
       *     network it may not be used from. A value that never was a token is not counted, since it has no site.
       * @example 3
       */
      refused: number;
    };
    VerificationsResponse: {
      /**
       * @description The start of the first hour.
       * @example 2026-11-01T09:00:00.000Z
       */
      from: string;
      /**
       * @description The end of the last hour, which may still be running.
       * @example 2026-11-02T09:00:00.000Z
       */
      to: string;
      /** @description Every hour of the range, oldest first. Instances add their counts every 10 seconds. */
      hours: components['schemas']['HourOfVerificationsResponse'][];
    };
    RegisterApplicationRequest: {
      /**
       * @description A name by which you recognise the application.
       * @example Order sync
       */
      name: string;
      /**
       * @description What it is for.
       * @example Copies orders to the warehouse every hour
       */
      description?: string;
      /**
       * @description The most that its tokens may do, within what you may do. If left out: everything that your roles allow, now and later.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * @description `opaque`, the default, or `jwt` (RFC 9068).
       * @example opaque
       * @enum {string}
       */
      tokenFormat?: 'jwt' | 'opaque';
      /**
       * @description How long its tokens live, in seconds: from a minute to 365 days. The default is 14 days.
       * @example 1209600
       */
      tokenTtlSeconds?: number;
      /**
       * @description Whether to issue an access token at once. The default is true.
       * @example true
       */
      issueToken?: boolean;
    };
    ClientSecretResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ab */
      id: string;
      /**
       * @description The last 4 characters of the secret, to tell secrets apart.
       * @example k2Zd
       */
      last4: string;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null means never.
       * @example null
       */
      expiresAt: string | null;
      /** @description The credential that made it; null when that is not known. */
      issuedWith: components['schemas']['MakerResponse'] | null;
    };
    RegisteredApplicationResponse: {
      /**
       * @description The client secret. It is only ever shown in this answer.
       * @example gth_sec_…
       */
      clientSecret: string;
      /**
       * @description When the secret stops working: when the credential that registered the application ends. Null means never.
       * @example null
       */
      clientSecretExpiresAt: string | null;
      /**
       * @description An access token, unless `issueToken` was false. It is only ever shown in this answer.
       * @example gth_app_…
       */
      accessToken?: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ac */
      id: string;
      /** @example Order sync */
      name: string;
      /** @example Copies orders to the warehouse every hour */
      description: string;
      /**
       * @description The client id that it sends to /oauth/token.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      clientId: string;
      /**
       * @description The most that its tokens may do; null means everything that its owner's roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For an application that came from another user: the most that its tokens can do, which is what they could do at that moment.
       *     Null means no such limit.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @example opaque
       * @enum {string}
       */
      tokenFormat: 'jwt' | 'opaque';
      /** @example 1209600 */
      tokenTtlSeconds: number;
      /**
       * @description When its secrets and tokens end, because a credential with that end registered it; null means never.
       * @example null
       */
      endsAt: string | null;
      /**
       * @description The id of the access token that registration or `POST …/token` made; null when there is none.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      accessTokenId: string | null;
      /** @description The client secrets that work now, at most two. */
      secrets: components['schemas']['ClientSecretResponse'][];
      /**
       * @description When one of its tokens was last used, to within a few seconds: its access token, or a token that it got with a client secret.
       *     Null means that none of the tokens still kept was used.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      createdBy: string;
      /** @description Set on an application that came from another user, until its secrets and its access token have been renewed. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    CreateSecretRequest: {
      /**
       * @description How many seconds the existing secrets keep working, at most a week; 0 ends them at once. If left out, they work until you
       *     delete them.
       * @example 86400
       */
      graceSeconds?: number;
    };
    IssuedSecretResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ab */
      id: string;
      /**
       * @description The last 4 characters of the secret, to tell secrets apart.
       * @example k2Zd
       */
      last4: string;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null means never.
       * @example null
       */
      expiresAt: string | null;
      /** @description The credential that made it; null when that is not known. */
      issuedWith: components['schemas']['MakerResponse'] | null;
      /**
       * @description The secret itself. It is only ever shown in this answer.
       * @example gth_sec_…
       */
      clientSecret: string;
      /**
       * @description When the secret stops working; null means never.
       * @example null
       */
      clientSecretExpiresAt: string | null;
    };
    ApplicationResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ac */
      id: string;
      /** @example Order sync */
      name: string;
      /** @example Copies orders to the warehouse every hour */
      description: string;
      /**
       * @description The client id that it sends to /oauth/token.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      clientId: string;
      /**
       * @description The most that its tokens may do; null means everything that its owner's roles allow.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For an application that came from another user: the most that its tokens can do, which is what they could do at that moment.
       *     Null means no such limit.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @example opaque
       * @enum {string}
       */
      tokenFormat: 'jwt' | 'opaque';
      /** @example 1209600 */
      tokenTtlSeconds: number;
      /**
       * @description When its secrets and tokens end, because a credential with that end registered it; null means never.
       * @example null
       */
      endsAt: string | null;
      /**
       * @description The id of the access token that registration or `POST …/token` made; null when there is none.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      accessTokenId: string | null;
      /** @description The client secrets that work now, at most two. */
      secrets: components['schemas']['ClientSecretResponse'][];
      /**
       * @description When one of its tokens was last used, to within a few seconds: its access token, or a token that it got with a client secret.
       *     Null means that none of the tokens still kept was used.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      createdBy: string;
      /** @description Set on an application that came from another user, until its secrets and its access token have been renewed. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    ApplicationPageResponse: {
      items: components['schemas']['ApplicationResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    UpdateApplicationRequest: {
      /**
       * @description A name by which you recognise the application.
       * @example Order sync
       */
      name?: string;
      /**
       * @description What it is for.
       * @example Copies orders to the warehouse every hour
       */
      description?: string;
      /**
       * @description The most that its tokens may do, within what you may do. If left out: everything that your roles allow, now and later.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * @description `opaque`, the default, or `jwt` (RFC 9068).
       * @example opaque
       * @enum {string}
       */
      tokenFormat?: 'jwt' | 'opaque';
      /**
       * @description How long its tokens live, in seconds: from a minute to 365 days. The default is 14 days.
       * @example 1209600
       */
      tokenTtlSeconds?: number;
      /**
       * Format: date-time
       * @description When the application ends, or null for never. Only its owner, in a session, can set a later end than the current one.
       * @example null
       */
      endsAt?: string | null;
      /**
       * @description `true` lifts the ceiling of an inherited application, and ends every secret and token issued under it. Only its owner, in a
       *     session, can do this. Without it, an inherited application can be widened only after its secrets and its access token were
       *     replaced.
       * @example true
       */
      liftCeiling?: boolean;
    };
    ApplicationTokenResponse: {
      /**
       * @description The access token. It is only ever shown in this answer.
       * @example gth_app_…
       */
      accessToken: string;
      /**
       * @description The id of the token.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      tokenId: string;
      /** @example 2026-12-06T09:30:00.000Z */
      expiresAt: string;
      /**
       * @description Seconds until it expires.
       * @example 1209600
       */
      expiresIn: number;
    };
    CertificateResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example Orders API, client */
      name: string;
      /**
       * @description The subject that it names; empty when only `sans` name one.
       * @example O=ACME, CN=orders.example.com
       */
      subject: string;
      /**
       * @description The authority that signed it.
       * @example O=ACME, CN=ACME Root
       */
      issuer: string;
      /**
       * @description Its alternative names, each with its kind.
       * @example [
       *       "DNS:orders.example.com",
       *       "IP Address:192.0.2.7"
       *     ]
       */
      sans: string[];
      /**
       * @description In hexadecimal.
       * @example 4A7F9C2D1B
       */
      serialNumber: string;
      /** @example 2026-11-01T00:00:00.000Z */
      validFrom: string;
      /**
       * @description When it or the first certificate of its chain expires, whichever is earlier.
       * @example 2027-11-01T00:00:00.000Z
       */
      validTo: string;
      /**
       * @description As `openssl x509 -fingerprint -sha256` prints it.
       * @example 5F:0C:9A:3E:71:D4:28:BB:06:A9:C3:7D:E2:14:8F:50:96:6B:21:DA:47:83:FE:19:C0:3A:75:8E:B2:4D:61:07
       */
      fingerprintSha256: string;
      /**
       * @description Whether Gatehouse keeps a private key for it. No call returns the key.
       * @example true
       */
      hasPrivateKey: boolean;
      /**
       * @description Whether it may sign other certificates.
       * @example false
       */
      isCa: boolean;
      /**
       * @description Whether it expires within 30 days, or has already expired.
       * @example false
       */
      expiresSoon: boolean;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    CertificatePageResponse: {
      items: components['schemas']['CertificateResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateCertificateRequest: {
      /**
       * @description The certificate in PEM form, followed by its chain if it has one.
       * @example -----BEGIN CERTIFICATE-----
       *     MIIBYTCCAQigAwIBAgIJPGwSSnKNBPr6MAoGCCqGSM49BAMCMCMxDTALBgNVBAoT
       *     BEFDTUUxEjAQBgNVBAMTCUFDTUUgUm9vdDAgFw0yNjAxMDEwMDAwMDBaGA8yMTI2
       *     MDEwMTAwMDAwMFowIzENMAsGA1UEChMEQUNNRTESMBAGA1UEAxMJQUNNRSBSb290
       *     MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECYDDAUuafHfUDXZPdha91j+VGGF8
       *     dmNduSJ2wub8COgrnEdDeU7DXYIjQJ8zQHRe1Cm+dIkV6cRb0QqdY6gnQqMjMCEw
       *     DwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDRwAw
       *     RAIgd0oDKDtw3IdAC7F6hkyZO7XYYNLJObVjBKF1PDuMx+UCIB67XhP+WeyxTGag
       *     11yFofbDMILwjx6k5vlrkDzq0XJD
       *     -----END CERTIFICATE-----
       */
      certificate: string;
      /**
       * @description Unique in the site.
       * @example ACME root
       */
      name: string;
      /**
       * @description Its private key in PEM form, not encrypted, to present the certificate to an upstream. No answer ever contains the key.
       * @example null
       */
      privateKey?: string | null;
    };
    ReplaceCertificateRequest: {
      /**
       * @description The new certificate and its chain. If left out, the current one stays.
       * @example -----BEGIN CERTIFICATE-----
       *     MIIBYTCCAQigAwIBAgIJPGwSSnKNBPr6MAoGCCqGSM49BAMCMCMxDTALBgNVBAoT
       *     BEFDTUUxEjAQBgNVBAMTCUFDTUUgUm9vdDAgFw0yNjAxMDEwMDAwMDBaGA8yMTI2
       *     MDEwMTAwMDAwMFowIzENMAsGA1UEChMEQUNNRTESMBAGA1UEAxMJQUNNRSBSb290
       *     MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECYDDAUuafHfUDXZPdha91j+VGGF8
       *     dmNduSJ2wub8COgrnEdDeU7DXYIjQJ8zQHRe1Cm+dIkV6cRb0QqdY6gnQqMjMCEw
       *     DwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDRwAw
       *     RAIgd0oDKDtw3IdAC7F6hkyZO7XYYNLJObVjBKF1PDuMx+UCIB67XhP+WeyxTGag
       *     11yFofbDMILwjx6k5vlrkDzq0XJD
       *     -----END CERTIFICATE-----
       */
      certificate?: string;
      /**
       * @description Unique in the site.
       * @example ACME root
       */
      name: string;
      /**
       * @description The private key of the certificate. If left out, the current key stays, provided it belongs to the certificate. Null removes
       *     it.
       * @example null
       */
      privateKey?: string | null;
    };
    CredentialResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example Orders API */
      name: string;
      /**
       * @example basic
       * @enum {string}
       */
      type: 'basic' | 'bearer' | 'client_credentials' | 'header' | 'query';
      /**
       * @description Null unless the type is `basic`.
       * @example gatehouse
       */
      username: string | null;
      /**
       * @description Null unless the type is `header`.
       * @example null
       */
      header: string | null;
      /**
       * @description Null unless the type is `query`.
       * @example null
       */
      parameter: string | null;
      /**
       * @description Null unless the type is `client_credentials`, like the three fields below.
       * @example null
       */
      tokenUrl: string | null;
      /** @example null */
      clientId: string | null;
      /** @example null */
      scope: string | null;
      /** @example null */
      audience: string | null;
      /**
       * @description The only places that it may be sent to, including the origin of `tokenUrl`.
       * @example [
       *       "https://orders.example.com"
       *     ]
       */
      origins: string[];
      /**
       * @description When the secret was set. No call returns the secret.
       * @example 2026-11-01T09:30:00.000Z
       */
      secretSetAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    CredentialPageResponse: {
      items: components['schemas']['CredentialResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateCredentialRequest: {
      /**
       * @description The password, token, key or client secret, at least 8 characters long. No answer ever contains it.
       * @example correct-horse-battery-staple
       */
      secret: string;
      /**
       * @description Unique in the site.
       * @example Orders API
       */
      name: string;
      /**
       * @description How to show the secret to the upstream: as HTTP `basic`, as a `bearer` token, in a `header` or `query` parameter that the
       *     upstream defines, or by `client_credentials`, which fetches bearer tokens from an OAuth server.
       * @example basic
       * @enum {string}
       */
      type: 'basic' | 'bearer' | 'client_credentials' | 'header' | 'query';
      /**
       * @description Required for the type `basic`, and only for it.
       * @example gatehouse
       */
      username?: string | null;
      /**
       * @description The name of the header, for example `X-Api-Key`. Required for the type `header`, and only for it.
       * @example null
       */
      header?: string | null;
      /**
       * @description The name of the parameter, for example `api_key`. Required for the type `query`, and only for it.
       * @example null
       */
      parameter?: string | null;
      /**
       * @description The token endpoint, with https. Required for the type `client_credentials`, and only for it.
       * @example null
       */
      tokenUrl?: string | null;
      /**
       * @description Required for the type `client_credentials`, and only for it.
       * @example null
       */
      clientId?: string | null;
      /**
       * @description The scopes to ask for, separated by spaces. Only for the type `client_credentials`.
       * @example null
       */
      scope?: string | null;
      /**
       * @description The audience to ask for, if the token endpoint takes one. Only for the type `client_credentials`.
       * @example null
       */
      audience?: string | null;
      /**
       * @description The only places that the credential may be sent to, each as scheme, host and port. The origin of `tokenUrl` is always one of
       *     them. If left out for a new credential, the first connection that you make with it within an hour sets them. If left out in a
       *     change, they stay. To add an origin, send the secret again.
       * @example [
       *       "https://orders.example.com"
       *     ]
       */
      origins?: string[] | null;
    };
    ReplaceCredentialRequest: {
      /**
       * @description A new password, token, key or client secret. If left out, the current one stays. A different `type` or `tokenUrl`, or a new
       *     origin, needs the secret again.
       * @example correct-horse-battery-staple
       */
      secret?: string | null;
      /**
       * @description Unique in the site.
       * @example Orders API
       */
      name: string;
      /**
       * @description How to show the secret to the upstream: as HTTP `basic`, as a `bearer` token, in a `header` or `query` parameter that the
       *     upstream defines, or by `client_credentials`, which fetches bearer tokens from an OAuth server.
       * @example basic
       * @enum {string}
       */
      type: 'basic' | 'bearer' | 'client_credentials' | 'header' | 'query';
      /**
       * @description Required for the type `basic`, and only for it.
       * @example gatehouse
       */
      username?: string | null;
      /**
       * @description The name of the header, for example `X-Api-Key`. Required for the type `header`, and only for it.
       * @example null
       */
      header?: string | null;
      /**
       * @description The name of the parameter, for example `api_key`. Required for the type `query`, and only for it.
       * @example null
       */
      parameter?: string | null;
      /**
       * @description The token endpoint, with https. Required for the type `client_credentials`, and only for it.
       * @example null
       */
      tokenUrl?: string | null;
      /**
       * @description Required for the type `client_credentials`, and only for it.
       * @example null
       */
      clientId?: string | null;
      /**
       * @description The scopes to ask for, separated by spaces. Only for the type `client_credentials`.
       * @example null
       */
      scope?: string | null;
      /**
       * @description The audience to ask for, if the token endpoint takes one. Only for the type `client_credentials`.
       * @example null
       */
      audience?: string | null;
      /**
       * @description The only places that the credential may be sent to, each as scheme, host and port. The origin of `tokenUrl` is always one of
       *     them. If left out for a new credential, the first connection that you make with it within an hour sets them. If left out in a
       *     change, they stay. To add an origin, send the secret again.
       * @example [
       *       "https://orders.example.com"
       *     ]
       */
      origins?: string[] | null;
    };
    ConnectionNameResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000050 */
      id: string;
      /** @example Orders API */
      name: string;
    };
    ConnectionNamePageResponse: {
      items: components['schemas']['ConnectionNameResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    ConnectionResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example Orders API */
      name: string;
      /** @example https://orders.example.com/v2 */
      baseUrl: string;
      /** @example 0199c0de-0000-7000-8000-000000000002 */
      credentialId: string | null;
      /** @example 0199c0de-0000-7000-8000-000000000003 */
      caCertificateId: string | null;
      /** @example null */
      clientCertificateId: string | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    ConnectionPageResponse: {
      items: components['schemas']['ConnectionResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    ConnectionRequest: {
      /**
       * @description Unique in the site.
       * @example Orders API
       */
      name: string;
      /**
       * @description The address of the upstream: http or https, a host and, if the API is below one, a path.
       * @example https://orders.example.com/v2
       */
      baseUrl: string;
      /**
       * Format: uuid
       * @description The id of the credential to show the upstream. Left out or null: none.
       * @example null
       */
      credentialId?: string | null;
      /**
       * @description The secret of that credential, sent again. It is needed to send the credential where it has not been sent yet: to a scheme,
       *     host or port outside its `origins`.
       * @example null
       */
      credentialSecret?: string | null;
      /**
       * Format: uuid
       * @description The id of the certificate that must have signed the upstream's own. Left out or null: any of the well-known authorities. Only
       *     for https, like the next field.
       * @example null
       */
      caCertificateId?: string | null;
      /**
       * Format: uuid
       * @description The id of the certificate to present to the upstream in TLS. It needs a private key. Left out or null: none.
       * @example null
       */
      clientCertificateId?: string | null;
    };
    ProjectResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000030 */
      id: string;
      /**
       * @description The account that it belongs to.
       * @example 0199c0de-0000-7000-8000-000000000001
       */
      accountId: string;
      /** @example Order API */
      name: string;
      /** @example Everything around orders */
      description: string | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    ProjectPageResponse: {
      items: components['schemas']['ProjectResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateProjectRequest: {
      /**
       * @description Unique in the account.
       * @example Order API
       */
      name: string;
      /**
       * @description What it is about.
       * @example Everything around orders
       */
      description?: string | null;
    };
    UpdateProjectRequest: {
      /**
       * @description A new name, unique in the account.
       * @example Order and invoice API
       */
      name?: string;
      /**
       * @description A new description; null for none.
       * @example null
       */
      description?: string | null;
    };
    DeployProxyRequest: {
      /**
       * @description The number of an older revision to deploy again. If left out, the proxy as it is edited now becomes a new revision.
       * @example null
       */
      revision?: number | null;
    };
    ProxyRouteResponse: {
      /**
       * @example [
       *       "GET"
       *     ]
       */
      methods: string[];
      /** @example /orders/{id} */
      path: string;
      /**
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
    };
    ProxyHeadersResponse: {
      /**
       * @example {
       *       "X-Api-Version": "2"
       *     }
       */
      add: {
        [key: string]: string;
      };
      /**
       * @example [
       *       "X-Debug"
       *     ]
       */
      remove: string[];
    };
    ProxyRateLimitResponse: {
      /** @example 600 */
      perMinute: number;
    };
    ProxyDefinitionResponse: {
      /** @example Orders */
      name: string;
      /** @example The order service, version 2 */
      description: string | null;
      /**
       * @description The path after `/gw/{site}`.
       * @example /orders
       */
      path: string;
      /**
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what. The first rule that matches decides.
       * @example [
       *       {
       *         "methods": [
       *           "GET"
       *         ],
       *         "path": "/orders/{id}",
       *         "scopes": [
       *           "orders:read"
       *         ]
       *       }
       *     ]
       */
      routes: components['schemas']['ProxyRouteResponse'][];
      /** @example true */
      stripPrefix: boolean;
      /** @example 30000 */
      timeoutMs: number;
      /** @example 10485760 */
      bodyLimitBytes: number;
      /**
       * @example {
       *       "add": {
       *         "X-Api-Version": "2"
       *       },
       *       "remove": [
       *         "X-Debug"
       *       ]
       *     }
       */
      headers: components['schemas']['ProxyHeadersResponse'];
      /**
       * @example {
       *       "perMinute": 600
       *     }
       */
      rateLimit: components['schemas']['ProxyRateLimitResponse'] | null;
    };
    RevisionResponse: {
      /**
       * @description Its number. The first revision of a proxy is 1.
       * @example 1
       */
      revision: number;
      /**
       * @description Whether this revision is served now.
       * @example true
       */
      deployed: boolean;
      /** @description What it serves. */
      definition: components['schemas']['ProxyDefinitionResponse'];
      /**
       * @description When it was first deployed.
       * @example 2026-11-01T09:30:00.000Z
       */
      createdAt: string;
      /**
       * @description The id of the user who first deployed it.
       * @example 0199c0de-0000-7000-8000-000000000002
       */
      createdBy: string;
    };
    ProxyResponse: {
      /** @example Orders */
      name: string;
      /** @example The order service, version 2 */
      description: string | null;
      /**
       * @description The path after `/gw/{site}`.
       * @example /orders
       */
      path: string;
      /**
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what. The first rule that matches decides.
       * @example [
       *       {
       *         "methods": [
       *           "GET"
       *         ],
       *         "path": "/orders/{id}",
       *         "scopes": [
       *           "orders:read"
       *         ]
       *       }
       *     ]
       */
      routes: components['schemas']['ProxyRouteResponse'][];
      /** @example true */
      stripPrefix: boolean;
      /** @example 30000 */
      timeoutMs: number;
      /** @example 10485760 */
      bodyLimitBytes: number;
      /**
       * @example {
       *       "add": {
       *         "X-Api-Version": "2"
       *       },
       *       "remove": [
       *         "X-Debug"
       *       ]
       *     }
       */
      headers: components['schemas']['ProxyHeadersResponse'];
      /**
       * @example {
       *       "perMinute": 600
       *     }
       */
      rateLimit: components['schemas']['ProxyRateLimitResponse'] | null;
      /** @example 0199c0de-0000-7000-8000-000000000040 */
      id: string;
      /** @example 0199c0de-0000-7000-8000-000000000030 */
      projectId: string;
      /**
       * @description The account of its project.
       * @example 0199c0de-0000-7000-8000-000000000001
       */
      accountId: string;
      /**
       * @description The number of the revision that is served; null when none is. Later edits are not in it.
       * @example 1
       */
      deployedRevision: number | null;
      /**
       * @description Whether it was edited since the deployment, so that a new deployment would change what is served. Null when no revision is
       *     served.
       * @example false
       */
      edited: boolean | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    RevisionPageResponse: {
      items: components['schemas']['RevisionResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    DifferenceResponse: {
      /**
       * @description Its value in the revision that was compared with; null where it had none.
       * @example [
       *       "orders:read"
       *     ]
       */
      before:
        | string
        | number
        | boolean
        | null
        | unknown[]
        | {
            [key: string]: unknown;
          };
      /**
       * @description Its value in the revision of the path; null where it has none.
       * @example [
       *       "orders:write"
       *     ]
       */
      after:
        | string
        | number
        | boolean
        | null
        | unknown[]
        | {
            [key: string]: unknown;
          };
      /**
       * @description The field that differs.
       * @example routes.0.scopes
       */
      path: string;
    };
    PendingChangesResponse: {
      /**
       * @description The number of the revision that is served; null when none is, so there is nothing to compare with.
       * @example 1
       */
      against: number | null;
      /** @description Empty when a deployment would change nothing. */
      changes: components['schemas']['DifferenceResponse'][];
      /**
       * @description The ETag of the proxy as it is edited now. Send it as If-Match with the deployment, so that a proxy edited since then is not
       *     deployed.
       * @example \6b1f0c9d2a7e4835b0d1c2e3f4a59687\
       */
      etag: string;
    };
    RevisionDifferenceResponse: {
      /** @example 2 */
      revision: number;
      /** @example 1 */
      against: number;
      /** @description Empty when the two are the same. */
      changes: components['schemas']['DifferenceResponse'][];
    };
    ProxyPageResponse: {
      items: components['schemas']['ProxyResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    ProxyRouteRequest: {
      /**
       * @description Any of GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS, or `*` alone for all of them. GET includes HEAD.
       * @example [
       *       "GET"
       *     ]
       */
      methods: string[];
      /**
       * @description A pattern of paths below the proxy: `/orders`, `/orders/{id}`, `/orders/{id}:cancel`, `/files/*`. A trailing slash makes no
       *     difference.
       * @example /orders/{id}
       */
      path: string;
      /**
       * @description The scopes that a token needs, all of them. An empty list lets in any token of the site.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
    };
    ProxyHeadersRequest: {
      /**
       * @description Headers to set, replacing the caller's.
       * @example {
       *       "X-Api-Version": "2"
       *     }
       */
      add?: {
        [key: string]: string;
      };
      /**
       * @description Headers of the caller to drop.
       * @example [
       *       "X-Debug"
       *     ]
       */
      remove?: string[];
    };
    ProxyRateLimitRequest: {
      /**
       * @description How many requests a minute one token may make.
       * @example 600
       */
      perMinute: number;
    };
    ProxyRequest: {
      /**
       * @description What an import said about its proposal, which can so be sent as it is. Not kept.
       * @example []
       */
      scopeNames?: {
        [key: string]: unknown;
      }[];
      /**
       * @description What an import said about its proposal, which can so be sent as it is. Not kept.
       * @example []
       */
      warnings?: {
        [key: string]: unknown;
      }[];
      /**
       * @description Unique in the project.
       * @example Orders
       */
      name: string;
      /**
       * @description What the proxy leads to.
       * @example The order service, version 2
       */
      description?: string | null;
      /**
       * @description The path after `/gw/{site}`. Unique in the site.
       * @example /orders
       */
      path: string;
      /**
       * Format: uuid
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what. The first rule that matches a request decides; a request that no rule matches is refused.
       * @example [
       *       {
       *         "methods": [
       *           "GET"
       *         ],
       *         "path": "/orders/{id}",
       *         "scopes": [
       *           "orders:read"
       *         ]
       *       }
       *     ]
       */
      routes: components['schemas']['ProxyRouteRequest'][];
      /**
       * @description Whether to remove the path of the proxy from requests to the upstream. The default is true.
       * @example true
       */
      stripPrefix?: boolean;
      /**
       * @description How long the upstream may take to begin its answer, and how long it may pause within it. The default is 30 seconds.
       * @example 30000
       */
      timeoutMs?: number;
      /**
       * @description The longest request body that is passed on. The default is 10 MiB.
       * @example 10485760
       */
      bodyLimitBytes?: number;
      /**
       * @description Changes to the headers of requests on their way to the upstream.
       * @example {
       *       "add": {
       *         "X-Api-Version": "2"
       *       },
       *       "remove": [
       *         "X-Debug"
       *       ]
       *     }
       */
      headers?: components['schemas']['ProxyHeadersRequest'];
      /**
       * @description A rate limit for each token. Left out or null: none.
       * @example {
       *       "perMinute": 600
       *     }
       */
      rateLimit?: components['schemas']['ProxyRateLimitRequest'] | null;
    };
    ImportProxyRequest: {
      /**
       * @description The OpenAPI document, version 3: an object, or a text that is JSON or YAML.
       * @example {
       *       "openapi": "3.1.0",
       *       "info": {
       *         "title": "Orders",
       *         "version": "1"
       *       },
       *       "paths": {
       *         "/orders/{id}": {
       *           "get": {}
       *         }
       *       }
       *     }
       */
      document:
        | {
            [key: string]: unknown;
          }
        | string;
      /**
       * @description Scopes of the site for the names of scopes in the document. A name that is left out stands for itself if it could be a scope
       *     of the site, and else for one below the resource.
       * @example {
       *       "Audit.All": "audits:read"
       *     }
       */
      scopeNames?: {
        [key: string]: string;
      };
      /**
       * Format: uuid
       * @description The connection to the upstream that the document describes.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description The path of the proxy. If left out, it is made from the title of the document.
       * @example /orders
       */
      path?: string;
      /**
       * @description The resource of the proposed scopes: `orders` for `orders:read`. If left out, it is made from the path. An operation that
       *     asks for scopes of its own needs those.
       * @example orders
       */
      resource?: string;
    };
    ScopeNameResponse: {
      /**
       * @description As the document names it.
       * @example Audit.All
       */
      name: string;
      /**
       * @description The scope of the site that stands for it in the rules.
       * @example orders:audit.all
       */
      scope: string;
      /**
       * @description The roles that grant the scope.
       * @example []
       */
      roles: string[];
    };
    ImportWarningResponse: {
      /**
       * @description `omitted`: an operation has no rule. `stricter`: its rule needs scopes that it doesn't ask for. `ignored`: a part of its path
       *     makes no difference to a rule. `not_granted`: no role grants a scope.
       * @example omitted
       * @enum {string}
       */
      code: 'ignored' | 'not_granted' | 'omitted' | 'stricter';
      /**
       * @description Null when the warning is about all methods, or about no operation.
       * @example TRACE
       */
      method: string | null;
      /**
       * @description As the document writes it.
       * @example /orders
       */
      path: string | null;
      /** @example is a method that never passes the gateway */
      message: string;
    };
    ProxyProposalResponse: {
      /** @example Orders */
      name: string;
      /** @example The order service, version 2 */
      description: string | null;
      /**
       * @description The path after `/gw/{site}`.
       * @example /orders
       */
      path: string;
      /**
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what. The first rule that matches decides.
       * @example [
       *       {
       *         "methods": [
       *           "GET"
       *         ],
       *         "path": "/orders/{id}",
       *         "scopes": [
       *           "orders:read"
       *         ]
       *       }
       *     ]
       */
      routes: components['schemas']['ProxyRouteResponse'][];
      /** @example true */
      stripPrefix: boolean;
      /** @example 30000 */
      timeoutMs: number;
      /** @example 10485760 */
      bodyLimitBytes: number;
      /**
       * @example {
       *       "add": {
       *         "X-Api-Version": "2"
       *       },
       *       "remove": [
       *         "X-Debug"
       *       ]
       *     }
       */
      headers: components['schemas']['ProxyHeadersResponse'];
      /**
       * @example {
       *       "perMinute": 600
       *     }
       */
      rateLimit: components['schemas']['ProxyRateLimitResponse'] | null;
      /** @description What stands for the scopes that the document names. */
      scopeNames: components['schemas']['ScopeNameResponse'][];
      /** @description Everything that the proposal leaves out or changes. */
      warnings: components['schemas']['ImportWarningResponse'][];
    };
    RuleTestRequest: {
      /**
       * @description The rules, as a proxy has them or will have them.
       * @example [
       *       {
       *         "methods": [
       *           "GET"
       *         ],
       *         "path": "/orders/{id}",
       *         "scopes": [
       *           "orders:read"
       *         ]
       *       }
       *     ]
       */
      routes: components['schemas']['ProxyRouteRequest'][];
      /**
       * @description The method of the request to test.
       * @example GET
       * @enum {string}
       */
      method: 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT';
      /**
       * @description Its path below the proxy, as a client would send it. A query makes no difference.
       * @example /orders/17
       */
      path: string;
    };
    RuleTestResponse: {
      /**
       * @description The rule that decides, counted from 1; null when none matches and the request is refused.
       * @example 1
       */
      rule: number | null;
      /**
       * @description The scopes that a token needs, all of them. If a rule matches and this is empty, any token of the site passes.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
    };
    AuthorizationServerMetadataResponse: {
      /** @example https://localhost:8443 */
      issuer: string;
      /** @example https://localhost:8443/oauth/token */
      token_endpoint: string;
      /** @example https://localhost:8443/oauth/introspect */
      introspection_endpoint: string;
      /** @example https://localhost:8443/oauth/revoke */
      revocation_endpoint: string;
      /** @example https://localhost:8443/.well-known/jwks.json */
      jwks_uri: string;
      /**
       * @description Absent when `GATEHOUSE_DOCS` closes the documents.
       * @example https://localhost:8443/docs
       */
      service_documentation?: string;
      /**
       * @example [
       *       "client_credentials"
       *     ]
       */
      grant_types_supported: string[];
      /**
       * @description There is no authorization endpoint. RFC 8414 requires the field (§2) and forbids an empty list (§3.2); `none` is the registered
       *     response type that returns nothing.
       * @example [
       *       "none"
       *     ]
       */
      response_types_supported: string[];
      /**
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes_supported: string[];
      /**
       * @example [
       *       "client_secret_basic",
       *       "client_secret_post"
       *     ]
       */
      token_endpoint_auth_methods_supported: string[];
      /**
       * @description Of clients. A bearer token, which is taken too, is no client authentication.
       * @example [
       *       "client_secret_basic",
       *       "client_secret_post"
       *     ]
       */
      introspection_endpoint_auth_methods_supported: string[];
      /**
       * @description Of clients. A bearer token, which can revoke itself, is no client authentication.
       * @example [
       *       "client_secret_basic",
       *       "client_secret_post"
       *     ]
       */
      revocation_endpoint_auth_methods_supported: string[];
    };
    JwksResponse: {
      /**
       * @description The public keys, with the current signing key first.
       * @example [
       *       {
       *         "kty": "EC",
       *         "crv": "P-256",
       *         "x": "…",
       *         "y": "…",
       *         "kid": "0199c0de-0000-7000-8000-0000000000b0",
       *         "alg": "ES256",
       *         "use": "sig"
       *       }
       *     ]
       */
      keys: Record<string, never>[];
    };
    TokenParameterRequest: {
      /**
       * @description The token to inspect or revoke.
       * @example gth_pat_…
       */
      token: string;
      /**
       * @description Accepted but not needed: a token shows its own kind.
       * @example access_token
       */
      token_type_hint?: string;
      /**
       * @description The client id, unless the Authorization header carries it.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      client_id?: string;
      /**
       * @description The client secret, unless the Authorization header carries it.
       * @example gth_sec_…
       */
      client_secret?: string;
    };
    IntrospectionResponse: {
      /** @example true */
      active: boolean;
      /**
       * @description What the token may do now, separated by spaces; missing when it may do nothing.
       * @example projects:read
       */
      scope?: string;
      /**
       * @description The client id of the application that it was issued to.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      client_id?: string;
      /** @example ann */
      username?: string;
      /**
       * @example Bearer
       * @enum {string}
       */
      token_type?: 'Bearer';
      /**
       * @description When it expires, in seconds since the epoch; missing when it never expires.
       * @example 1796083200
       */
      exp?: number;
      /** @example 1764547200 */
      iat?: number;
      /**
       * @description The id of the user who owns it.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      sub?: string;
      /** @example https://localhost:8443 */
      iss?: string;
      /**
       * @description The token's id.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      jti?: string;
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      site_id?: string;
      /**
       * @description The account that it is pinned to.
       * @example 0199c0de-0000-7000-8000-000000000002
       */
      account_id?: string;
      /**
       * @description For an inherited credential whose value has not been replaced since: the id of the user it came from.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      transferred_from?: string;
      /**
       * @description The owner's roles whose scopes the token holds in full.
       * @example [
       *       "ROLE_ADMIN"
       *     ]
       */
      roles?: string[];
    };
    TokenEndpointRequest: {
      /**
       * @example client_credentials
       * @enum {string}
       */
      grant_type: 'client_credentials';
      /**
       * @description Scopes to narrow the token to, separated by spaces; `account:{id}` pins it to an account. If left out: everything that the
       *     application may do.
       * @example projects:read
       */
      scope?: string;
      /**
       * @description The client id, unless HTTP Basic carries it.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      client_id?: string;
      /**
       * @description The client secret, unless HTTP Basic carries it.
       * @example gth_sec_…
       */
      client_secret?: string;
    };
    TokenEndpointResponse: {
      /** @example gth_app_… */
      access_token: string;
      /**
       * @example Bearer
       * @enum {string}
       */
      token_type: 'Bearer';
      /**
       * @description In seconds.
       * @example 1209600
       */
      expires_in: number;
      /**
       * @description What the token may do now, separated by spaces; missing when it may do nothing.
       * @example projects:read
       */
      scope?: string;
      /** @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b */
      clientId: string;
    };
    RevealSecretRequest: {
      /**
       * @description The password that you sign in with.
       * @example correct horse battery staple
       */
      password: string;
    };
    DeveloperSecretResponse: {
      /**
       * @description The secret itself, for `Authorization: Secret …`.
       * @example gth_sec_…
       */
      secret: string;
      /**
       * @description Its last 4 characters, which the audit log uses to name it.
       * @example x7Qa
       */
      last4: string;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
    };
    AcceptInvitationRequest: {
      /**
       * @description The link, or the part of it after the `#`.
       * @example gth_sec_…
       */
      invitation: string;
      /**
       * @description 12 to 256 characters. It must be neither your name nor one of the most commonly guessed passwords.
       * @example correct horse battery staple
       */
      password: string;
    };
    AcceptedInvitationResponse: {
      /**
       * @description The name to sign in with.
       * @example ann
       */
      username: string;
    };
    LoginRequest: {
      /**
       * @description Your username or your email address.
       * @example ann
       */
      username: string;
      /** @example correct horse battery staple */
      password: string;
    };
    MeUser: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ann */
      username: string;
      /** @example ann@example.com */
      email: string | null;
      /**
       * @description `person`, or `service` for a service account.
       * @example person
       * @enum {string}
       */
      kind: 'person' | 'service';
    };
    MeSitePolicy: {
      /**
       * @description The longest lifetime of a token that is made or rotated, in seconds; null means no limit.
       * @example 7776000
       */
      maxLifetimeSeconds: number | null;
      /**
       * @description Whether a token may have no expiry.
       * @example false
       */
      allowNeverExpire: boolean;
    };
    MeSite: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example Acme */
      name: string;
      /** @example acme */
      slug: string;
      /** @description The site's rules for the expiry of tokens. */
      policy: components['schemas']['MeSitePolicy'];
    };
    MeAccount: {
      /** @example 0199c0de-0000-7000-8000-000000000002 */
      id: string;
      /** @example Default */
      name: string;
    };
    MeCredential: {
      /**
       * @description The kind of credential that you used.
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal' | 'secret' | 'session';
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description When it stops working; null means never.
       * @example 2027-06-30T00:00:00.000Z
       */
      expiresAt: string | null;
    };
    MeResponse: {
      user: components['schemas']['MeUser'];
      site: components['schemas']['MeSite'];
      /**
       * @description The roles that you have now.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description What this credential may do now.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /** @description The account that the credential is pinned to; null when it is not pinned. */
      account: components['schemas']['MeAccount'] | null;
      credential: components['schemas']['MeCredential'];
    };
    TestResponse: {
      /**
       * @example ok
       * @enum {string}
       */
      status: 'ok';
    };
    SecretUser: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ann */
      username: string;
    };
    SecretResponse: {
      user: components['schemas']['SecretUser'];
      /**
       * @description The application that the secret belongs to; null for a person's developer secret.
       * @example null
       */
      clientId: string | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
    };
    PersonTokenRequest: {
      /**
       * @example client_credentials
       * @enum {string}
       */
      grant_type: 'client_credentials';
      /**
       * @description The username or the email address.
       * @example ann
       */
      client_id: string;
      /**
       * @description The password.
       * @example correct horse battery staple
       */
      client_secret: string;
    };
    PersonTokenResponse: {
      /**
       * @description A JWT (RFC 9068).
       * @example eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…
       */
      access_token: string;
      /**
       * @example Bearer
       * @enum {string}
       */
      token_type: 'Bearer';
      /**
       * @description In seconds.
       * @example 3600
       */
      expires_in: number;
    };
    ChangePasswordRequest: {
      /** @example correct horse battery staple */
      currentPassword: string;
      /**
       * @description 12 to 256 characters. It must be neither your name nor one of the most commonly guessed passwords.
       * @example a new horse for an old battery
       */
      newPassword: string;
    };
    ConfirmRequest: {
      /**
       * @description The password that you sign in with.
       * @example correct horse battery staple
       */
      password: string;
    };
    SessionResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ee */
      id: string;
      /**
       * @description Whether this is the session that makes the call.
       * @example true
       */
      current: boolean;
      /**
       * @description When you signed in.
       * @example 2026-11-01T09:30:00.000Z
       */
      createdAt: string;
      /**
       * @description When it was last used, to within a minute. It ends 12 hours after its last use.
       * @example 2026-11-01T11:02:00.000Z
       */
      lastSeenAt: string;
      /**
       * @description When it ends, no matter how much it is used.
       * @example 2026-12-01T09:30:00.000Z
       */
      expiresAt: string;
      /**
       * @description The address that you signed in from.
       * @example 203.0.113.9
       */
      address: string;
      /**
       * @description The user agent that the browser reported.
       * @example Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
       */
      userAgent: string | null;
    };
    SessionPageResponse: {
      items: components['schemas']['SessionResponse'][];
      /**
       * @description The `cursor` of the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    EndedSessionsResponse: {
      /**
       * @description How many running sessions were ended.
       * @example 2
       */
      ended: number;
    };
    UserResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ben */
      username: string;
      /** @example ben@example.com */
      email: string | null;
      /**
       * @description `person`, who signs in, or `service`, which never does.
       * @example person
       * @enum {string}
       */
      kind: 'person' | 'service';
      /**
       * @example active
       * @enum {string}
       */
      status: 'active' | 'suspended';
      /**
       * @description The names of the user's roles, sorted.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether a password has ever been set. A person without one can't sign in yet; a service account never has one.
       * @example true
       */
      passwordSet: boolean;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    UserPageResponse: {
      items: components['schemas']['UserResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateUserRequest: {
      /**
       * @description Unique in the deployment. Upper case is converted to lower case.
       * @example ben
       */
      username: string;
      /**
       * Format: email
       * @description Unique in the deployment. A person can also sign in with it. A service account may have none.
       * @example ben@example.com
       */
      email?: string | null;
      /**
       * @description `person`, who signs in, or `service`, which never does: administrators make its tokens.
       * @example person
       * @enum {string}
       */
      kind: 'person' | 'service';
      /**
       * @description Names of roles of the site, at most 40. Only an administrator can give roles. If left out, the user has none.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles?: string[];
      /**
       * @description A first password, at least 12 characters. If left out, the answer contains an invitation link for the person.
       * @example correct horse battery staple
       */
      password?: string | null;
    };
    InvitationResponse: {
      /**
       * @description The link to pass on to the person. It is only ever shown in this answer.
       * @example https://localhost:8443/invitation#gth_sec_…
       */
      url: string;
      /**
       * @description When the link stops working.
       * @example 2026-11-08T09:30:00.000Z
       */
      expiresAt: string;
    };
    CreatedUserResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ben */
      username: string;
      /** @example ben@example.com */
      email: string | null;
      /**
       * @description `person`, who signs in, or `service`, which never does.
       * @example person
       * @enum {string}
       */
      kind: 'person' | 'service';
      /**
       * @example active
       * @enum {string}
       */
      status: 'active' | 'suspended';
      /**
       * @description The names of the user's roles, sorted.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether a password has ever been set. A person without one can't sign in yet; a service account never has one.
       * @example true
       */
      passwordSet: boolean;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
      /** @description For a person who was created without a password; null otherwise. */
      invitation: components['schemas']['InvitationResponse'] | null;
    };
    UpdateUserRequest: {
      /**
       * @description A new username.
       * @example benedict
       */
      username?: string;
      /**
       * Format: email
       * @description A new email address; only a service account may have null.
       * @example benedict@example.com
       */
      email?: string | null;
      /**
       * @description All the roles that the user holds from now on, at most 40. Only an administrator can give and take roles.
       * @example [
       *       "ROLE_MANAGE_PROXIES",
       *       "ROLE_API_SECURITY"
       *     ]
       */
      roles?: string[];
    };
    ReceiverResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ann */
      username: string;
    };
    PreviewedTokenResponse: {
      /**
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal';
      /** @example x7Qa */
      last4: string;
      /**
       * @description The application that the token was issued to.
       * @example null
       */
      applicationId: string | null;
      /** @example 2027-06-30T00:00:00.000Z */
      expiresAt: string | null;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description When it was last used; null means never.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description What it can do now. After a transfer this becomes its ceiling.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /**
       * @description The scopes among these that it would lose.
       * @example [
       *       "projects:write"
       *     ]
       */
      loses: string[];
    };
    PreviewedTokensResponse: {
      /**
       * @description How many live tokens the user has.
       * @example 1
       */
      total: number;
      /** @description Newest first. */
      items: components['schemas']['PreviewedTokenResponse'][];
      /**
       * @description Send it as `cursor` to get the next page of tokens; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    PreviewedApplicationResponse: {
      /** @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b */
      clientId: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description When it was last used; null means never.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description What it can do now. After a transfer this becomes its ceiling.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /**
       * @description The scopes among these that it would lose.
       * @example [
       *       "projects:write"
       *     ]
       */
      loses: string[];
    };
    PreviewedApplicationsResponse: {
      /**
       * @description How many applications the user has.
       * @example 1
       */
      total: number;
      /** @description The applications with the most recent traffic first. */
      items: components['schemas']['PreviewedApplicationResponse'][];
      /**
       * @description Send it as `applicationsCursor` to get the next page of applications; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    RemovalWarningResponse: {
      /**
       * @description `decommissioned`: it would be ended. `receiver_lacks_scopes`: the receiver holds none of the scopes that it needs.
       *     `rotates_itself`, `makes_credentials`: it would keep calling, but could no longer do this until its value is replaced.
       * @example receiver_lacks_scopes
       * @enum {string}
       */
      code: 'decommissioned' | 'makes_credentials' | 'receiver_lacks_scopes' | 'rotates_itself';
      /**
       * @example application
       * @enum {string}
       */
      type: 'application' | 'token';
      /** @example 0199c0de-0000-7000-8000-0000000000ac */
      id: string;
      /** @example Order sync */
      name: string;
      /** @example 2026-11-20T02:00:04.120Z */
      lastUsedAt: string | null;
      /** @example The application Order sync would stop: ann holds none of the scopes that it needs. */
      message: string;
    };
    MadeForServiceAccountResponse: {
      /**
       * @example token
       * @enum {string}
       */
      type: 'application' | 'token';
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description The id of the service account that owns it.
       * @example 0199c0de-0000-7000-8000-0000000000ab
       */
      ownerId: string;
      /** @example robot */
      username: string;
    };
    RemovalPreviewResponse: {
      /**
       * @description Send it with the removal. The removal is then refused if anything has changed since the preview.
       * @example 5d41402abc4b2a76b9719d911017c592
       */
      version: string;
      /**
       * @description What would happen to the tokens and applications.
       * @example transfer
       * @enum {string}
       */
      outcome: 'decommission' | 'transfer';
      /** @description The user who would receive them; null when they would be decommissioned. */
      receiver: components['schemas']['ReceiverResponse'] | null;
      tokens: components['schemas']['PreviewedTokensResponse'];
      applications: components['schemas']['PreviewedApplicationsResponse'];
      /**
       * @description Integrations that work today and would stop, or would need attention. Of each group at most 200 applications and 200 personal
       *     tokens, most recently used first.
       */
      warnings: components['schemas']['RemovalWarningResponse'][];
      /**
       * @description What the user made for service accounts. It stays with them, marked as inherited until an administrator replaces the value,
       *     because the user may have kept a copy. At most 200 tokens and 200 applications.
       */
      serviceAccounts: components['schemas']['MadeForServiceAccountResponse'][];
    };
    MovedCountResponse: {
      /**
       * @description How many passed to the receiver.
       * @example 12
       */
      transferred: number;
      /**
       * @description How many were ended.
       * @example 0
       */
      decommissioned: number;
    };
    MarkedCountResponse: {
      /** @example 2 */
      tokens: number;
      /** @example 0 */
      applications: number;
    };
    MovedItemResponse: {
      /**
       * @example token
       * @enum {string}
       */
      type: 'application' | 'token';
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
    };
    RemovalResponse: {
      /** @description The user who owns the tokens and applications now; null when they were decommissioned. */
      receiver: components['schemas']['ReceiverResponse'] | null;
      /** @description Live tokens. */
      tokens: components['schemas']['MovedCountResponse'];
      applications: components['schemas']['MovedCountResponse'];
      /**
       * @description How many sessions of the user were ended.
       * @example 1
       */
      sessionsEnded: number;
      /** @description What the user had made for service accounts. It stays with them, marked until an administrator replaces the value. */
      marked: components['schemas']['MarkedCountResponse'];
      /** @description The first 200 items that moved or ended. The audit log names all of them. */
      items: components['schemas']['MovedItemResponse'][];
    };
    SitePolicyResponse: {
      /**
       * @description The longest lifetime of a token, counted from its creation or last rotation, in seconds; null means no limit.
       * @example 7776000
       */
      maxLifetimeSeconds: number | null;
      /**
       * @description Whether a token may have no expiry.
       * @example false
       */
      allowNeverExpire: boolean;
      /**
       * @description The networks that tokens may be used from, in addition to each token's own restriction; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /**
       * @description A token stops when it has not been used for this many days; null means never.
       * @example 90
       */
      revokeUnusedAfterDays: number | null;
      /**
       * @description A token that came from another user stops unless it is rotated within this many days; null means never.
       * @example 30
       */
      rotateInheritedWithinDays: number | null;
      /**
       * @description How many live tokens each application and each user may have; null means 100,000.
       * @example 1000
       */
      maxLiveTokens: number | null;
    };
    SiteResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example ACME */
      name: string;
      /** @example acme */
      slug: string;
      /**
       * @description The id of the user who owns the site; null when the site has no owner.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      ownerId: string | null;
      policy: components['schemas']['SitePolicyResponse'];
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /** @example 2026-11-01T09:30:00.000Z */
      updatedAt: string;
    };
    SitePolicyRequest: {
      /**
       * @description The longest lifetime of a token, counted from its creation or last rotation, in seconds: from a minute to 10 years; null
       *     means no limit.
       * @example 7776000
       */
      maxLifetimeSeconds?: number | null;
      /**
       * @description Whether a token may have no expiry.
       * @example false
       */
      allowNeverExpire?: boolean;
      /**
       * @description The networks that tokens may be used from, in addition to each token's own restriction; null means anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks?: string[] | null;
      /**
       * @description A token stops when it has not been used for this many days; null means never.
       * @example 90
       */
      revokeUnusedAfterDays?: number | null;
      /**
       * @description A token that came from another user stops unless it is rotated within this many days; null means never.
       * @example 30
       */
      rotateInheritedWithinDays?: number | null;
      /**
       * @description How many live tokens each application and each user may have; null means 100,000. A further token is refused with 429
       *     `too_many_tokens`; existing tokens keep working.
       * @example 1000
       */
      maxLiveTokens?: number | null;
    };
    UpdateSiteRequest: {
      /**
       * @description A new name.
       * @example ACME
       */
      name?: string;
      /**
       * @description A new slug: 2 to 39 characters of a-z, 0-9 and hyphen; unique in the deployment.
       * @example acme
       */
      slug?: string;
      /** @description The policy for the site's tokens. Rules that you leave out stay as they are. */
      policy?: components['schemas']['SitePolicyRequest'];
    };
    StoppedTokenOwnerResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /** @example ben */
      username: string;
    };
    StoppedTokenResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal';
      /**
       * @description The last 4 characters of its value, to tell tokens apart.
       * @example x7Qa
       */
      last4: string;
      owner: components['schemas']['StoppedTokenOwnerResponse'];
      /**
       * @description When it was last used; null means never.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The rule that would stop it.
       * @example policy_unused
       * @enum {string}
       */
      reason: 'policy_inherited' | 'policy_lifetime' | 'policy_never_expires' | 'policy_unused';
    };
    PolicyWarningResponse: {
      /**
       * @example network_not_allowed
       * @enum {string}
       */
      reason: 'network_not_allowed';
      /**
       * @description How many tokens are affected.
       * @example 3
       */
      tokens: number;
      /** @example 3 tokens were last used from outside the networks that would be allowed. */
      message: string;
    };
    PolicyPreviewResponse: {
      /**
       * @description How many live tokens work now and would stop.
       * @example 1
       */
      total: number;
      /** @description Newest first. */
      items: components['schemas']['StoppedTokenResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
      /** @description What a list of tokens cannot show: the networks that each token will be used from. */
      warnings: components['schemas']['PolicyWarningResponse'][];
    };
    SiteOwnerRequest: {
      /**
       * Format: uuid
       * @description The id of an active person of the site who has set a password, or null for no owner. Without an owner, the tokens and
       *     applications of a removed user are decommissioned.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      userId: string | null;
    };
    ReassignTokensRequest: {
      /**
       * Format: uuid
       * @description The user who receives the tokens: an active user of the site.
       * @example 0199c0de-0000-7000-8000-0000000000ab
       */
      toUserId: string;
      /**
       * @description The tokens to move, of any owner. Send either this or `fromUserId`.
       * @example [
       *       "0199c0de-0000-7000-8000-0000000000ff"
       *     ]
       */
      tokenIds?: string[];
      /**
       * Format: uuid
       * @description The user whose tokens and applications all move. Send either this or `tokenIds`.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      fromUserId?: string;
    };
    TransferredCountResponse: {
      /** @example 12 */
      transferred: number;
    };
    ReassignedResponse: {
      /** @description The user who owns them now. */
      receiver: components['schemas']['ReceiverResponse'];
      /** @description The live tokens that moved. Tokens that the receiver already owned are not counted. */
      tokens: components['schemas']['TransferredCountResponse'];
      applications: components['schemas']['TransferredCountResponse'];
    };
    IdentifyTokenRequest: {
      /**
       * @description The token or secret, or text that contains it, and no other one of the site.
       * @example gth_pat_…
       */
      token: string;
    };
    RevokeCallResponse: {
      /**
       * @example DELETE
       * @enum {string}
       */
      method: 'DELETE' | 'POST';
      /** @example /api/v1/admin/tokens/0199c0de-0000-7000-8000-0000000000ff */
      path: string;
    };
    IdentifiedTokenResponse: {
      /**
       * @example token
       * @enum {string}
       */
      type: 'client_secret' | 'developer_secret' | 'token';
      /**
       * @description The id of the token or client secret; for a developer secret, the id of the user it belongs to.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      id: string;
      /**
       * @description The name that the owner gave the token; for a client secret, the name of the application.
       * @example Nightly export
       */
      name: string;
      /** @example x7Qa */
      last4: string;
      /**
       * @example active
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      ownerId: string;
      /** @description The user who owns it; null when that user was removed. */
      owner: components['schemas']['ReceiverResponse'] | null;
      /** @example null */
      applicationId: string | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When this value stops working, because it expires or was rotated away; null means never.
       * @example null
       */
      endsAt: string | null;
      /**
       * @description When it was last used, to within a few seconds. Uses of secrets are not recorded.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /** @example 203.0.113.9 */
      lastUsedAddress: string | null;
      /** @description The call that revokes it. For a secret, send the value in the body. */
      revoke: components['schemas']['RevokeCallResponse'];
    };
    ReportLeaksRequest: {
      /**
       * @description What was found: credentials, session cookies, invitation links, or text of any length that contains them. Anything that is
       *     not a live credential of this deployment is ignored.
       * @example [
       *       "gth_pat_…"
       *     ]
       */
      credentials: string[];
    };
    /** @description RFC 9457. Every code is explained at https://localhost:8443/docs/errors. */
    Problem: {
      /**
       * Format: uri
       * @description Names the kind of problem.
       * @example https://localhost:8443/docs/errors#not_found
       */
      type: string;
      /**
       * @description The same for every occurrence.
       * @example There is no such thing
       */
      title: string;
      /**
       * Format: int32
       * @description The HTTP status.
       * @example 404
       */
      status: number;
      /**
       * @description This occurrence, in a sentence.
       * @example Check the path and the id.
       */
      detail: string;
      /**
       * @description Stable, for programs.
       * @example not_found
       */
      code: string;
      /**
       * @description Names this request in the log.
       * @example EBWLCL1kgVLI-a
       */
      requestId: string;
      /** @description The fields that are wrong. */
      errors?: {
        /**
         * @description The field.
         * @example scopes.0
         */
        path: string;
        /**
         * @description What the field must be.
         * @example scopes.0 must be a scope
         */
        message: string;
      }[];
    };
    /** @description RFC 6749 §5.2. */
    OAuthError: {
      /**
       * @description The error code.
       * @example invalid_request
       */
      error: string;
      /**
       * @description For developers.
       * @example grant_type is missing
       */
      error_description: string;
    };
  };
  responses: {
    /** @description The request is malformed; `errors` names the fields. */
    Problem400: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#validation_failed",
         *       "title": "The request is not valid",
         *       "status": 400,
         *       "detail": "Correct the fields that `errors` names and send the request again.",
         *       "code": "validation_failed",
         *       "requestId": "EBWLCL1kgVLI-a",
         *       "errors": [
         *         {
         *           "path": "scopes.0",
         *           "message": "scopes.0 must be a scope"
         *         }
         *       ]
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No credential, or one that does not work. */
    Problem401: {
      headers: {
        /** @description The challenge of RFC 6750 §3. */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#invalid_token",
         *       "title": "The credential is not valid",
         *       "status": 401,
         *       "detail": "It is unknown, expired or revoked. Make a new one, or sign in again; your administrator can see the reason.",
         *       "code": "invalid_token",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller may not do this. */
    Problem403: {
      headers: {
        /** @description The challenge of RFC 6750 §3. */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#insufficient_scope",
         *       "title": "The credential lacks a scope",
         *       "status": 403,
         *       "detail": "Use a credential that holds the scope, or ask an administrator for one of the roles that grant it.",
         *       "code": "insufficient_scope",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The site of the caller has no such resource. */
    Problem404: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#not_found",
         *       "title": "There is no such thing",
         *       "status": 404,
         *       "detail": "Check the path and the id. A resource of another site gets the same answer as one that never existed.",
         *       "code": "not_found",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request conflicts with the current state; `code` says how. */
    Problem409: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#duplicate_name",
         *       "title": "This name is taken",
         *       "status": 409,
         *       "detail": "Choose another name.",
         *       "code": "duplicate_name",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It was changed since the version that If-Match names. */
    Problem412: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#edit_conflict",
         *       "title": "Somebody changed this in the meantime",
         *       "status": 412,
         *       "detail": "If-Match names an older version, and nothing was changed. GET the current version, and repeat the change with its ETag.",
         *       "code": "edit_conflict",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is too large. */
    Problem413: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#body_too_large",
         *       "title": "The request body is too large",
         *       "status": 413,
         *       "detail": "Send at most 100 KiB.",
         *       "code": "body_too_large",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The media type of the body is not supported. */
    Problem415: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#unsupported_media_type",
         *       "title": "This type of body is not supported",
         *       "status": 415,
         *       "detail": "Send application/json, or application/x-www-form-urlencoded on the OAuth endpoints.",
         *       "code": "unsupported_media_type",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many attempts. */
    Problem429: {
      headers: {
        /** @description Seconds to wait. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#rate_limited",
         *       "title": "Too many attempts",
         *       "status": 429,
         *       "detail": "Wait for the number of seconds in Retry-After, then try again.",
         *       "code": "rate_limited",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service failed unexpectedly. */
    Problem500: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#internal_error",
         *       "title": "The service failed unexpectedly",
         *       "status": 500,
         *       "detail": "Try again. If the error persists, give your administrator the requestId.",
         *       "code": "internal_error",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service cannot reach its database. */
    Problem503: {
      headers: {
        /** @description Seconds to wait. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#database_unavailable",
         *       "title": "The service cannot reach its database",
         *       "status": 503,
         *       "detail": "Try again after the number of seconds in Retry-After. A change that was not answered was not made.",
         *       "code": "database_unavailable",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request is malformed; `errors` names the fields. */
    OAuth400: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "invalid_request",
         *       "error_description": "The request is not valid"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description No credential, or one that does not work. */
    OAuth401: {
      headers: {
        /** @description The challenge of RFC 6750 §3. */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "invalid_client",
         *       "error_description": "The credential is not valid"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description The caller may not do this. */
    OAuth403: {
      headers: {
        /** @description The challenge of RFC 6750 §3. */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "insufficient_scope",
         *       "error_description": "The credential lacks a scope"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description The body is too large. */
    OAuth413: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "invalid_request",
         *       "error_description": "The request body is too large"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description Too many attempts. */
    OAuth429: {
      headers: {
        /** @description Seconds to wait. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "temporarily_unavailable",
         *       "error_description": "Too many attempts"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description The service failed unexpectedly. */
    OAuth500: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "server_error",
         *       "error_description": "The service failed unexpectedly"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description The service cannot reach its database. */
    OAuth503: {
      headers: {
        /** @description Seconds to wait. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "temporarily_unavailable",
         *       "error_description": "The service cannot reach its database"
         *     }
         */
        'application/json': components['schemas']['OAuthError'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAudit: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description Only events that this user caused: an id or a user name. */
        actor?: string;
        /** @description Only events about this user, token, role or other object: an id or a name. */
        subject?: string;
        /** @description Only events of this kind. */
        action?:
          | 'account.created'
          | 'account.resumed'
          | 'account.suspended'
          | 'account.updated'
          | 'application.created'
          | 'application.deleted'
          | 'application.secret_created'
          | 'application.secret_revoked'
          | 'application.token_issued'
          | 'application.updated'
          | 'applications.decommissioned'
          | 'applications.marked'
          | 'applications.transferred'
          | 'cache.cleared'
          | 'care.done'
          | 'certificate.created'
          | 'certificate.deleted'
          | 'certificate.updated'
          | 'connection.created'
          | 'connection.deleted'
          | 'connection.updated'
          | 'credential.created'
          | 'credential.deleted'
          | 'credential.identified'
          | 'credential.revoked'
          | 'credential.updated'
          | 'credential.used'
          | 'deployment_key.created'
          | 'deployment_key.resealed'
          | 'descendants.revoked'
          | 'developer_secret.revealed'
          | 'developer_secret.rotated'
          | 'invitation.accepted'
          | 'invitation.created'
          | 'key.created'
          | 'notification.read'
          | 'project.created'
          | 'project.deleted'
          | 'project.updated'
          | 'proxy.created'
          | 'proxy.deleted'
          | 'proxy.deployed'
          | 'proxy.undeployed'
          | 'proxy.updated'
          | 'role.created'
          | 'role.deleted'
          | 'role.updated'
          | 'session.confirmed'
          | 'session.ended'
          | 'session.refused'
          | 'session.started'
          | 'sessions.ended'
          | 'site.created'
          | 'site.owner_changed'
          | 'site.updated'
          | 'token.created'
          | 'token.issued'
          | 'token.revoked'
          | 'token.rotated'
          | 'token.updated'
          | 'tokens.decommissioned'
          | 'tokens.marked'
          | 'tokens.transferred'
          | 'user.created'
          | 'user.password_changed'
          | 'user.removed'
          | 'user.resumed'
          | 'user.suspended'
          | 'user.updated';
        /** @description Only events at this time or later (RFC 3339). */
        from?: string;
        /** @description Only events before this time (RFC 3339). */
        to?: string;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listAdminRoles: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolePageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createAdminRole: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRoleRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readAdminRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this version, for the If-Match of a PUT. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  replaceAdminRole: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceRoleRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteAdminRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listScopes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScopePageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listAccounts: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only accounts in this state. */
        status?: 'active' | 'suspended';
        /** @description Only accounts whose name contains this text. Upper and lower case are the same. */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAccountRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateAccountRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  suspendAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  resumeAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listNotifications: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description `true`: only notifications that you have not read. `false`: only those that you have. */
        unread?: 'false' | 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readNotification: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listTokens: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description `personal`, the default: tokens that you made. `application`: tokens of your applications. */
        kind?: 'application' | 'personal';
        /** @description `opaque`, the default: tokens made to be kept. `jwt`: short-lived tokens from a sign-in or a client. */
        format?: 'jwt' | 'opaque';
        /** @description Only tokens in this state. */
        state?: 'active' | 'expired' | 'revoked';
        /** @description Only tokens whose name contains this, ignoring case. */
        search?: string;
        /** @description `true`: only tokens that came from another user and have not been rotated since. `false`: only the others. */
        transferred?: 'false' | 'true';
        /** @description `true`: only tokens that the policy of the site stops now. `false`: only the others. */
        stopped?: 'false' | 'true';
        /** @description Only tokens that existed at this time and have not been used since. */
        unusedSince?: string;
        /** @description Only active tokens that expire before this time. */
        expiringBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTokenRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  rotateCurrent: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  revokeToken: {
    parameters: {
      query?: {
        /**
         * @description `true` also ends every credential of the same owner that this one made, and that those made in turn. The answer is then 200,
         *     with their number.
         */
        descendants?: 'false' | 'true';
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedResponse'];
        };
      };
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countDescendants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DescendantsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  rotateToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listAdminTokens: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only tokens of this user, by id. */
        owner?: string;
        /** @description `personal`: made by a person, or for a service account. `application`: issued to an application. */
        kind?: 'application' | 'personal';
        /** @description `opaque`: tokens made to be kept. `jwt`: short-lived tokens from a sign-in or a client. */
        format?: 'jwt' | 'opaque';
        /** @description Only tokens in this state. */
        state?: 'active' | 'expired' | 'revoked';
        /** @description Only tokens whose name contains this, ignoring case. */
        search?: string;
        /** @description `true`: only tokens that came from another user and have not been rotated since. `false`: only the others. */
        transferred?: 'false' | 'true';
        /** @description `true`: only tokens that the policy of the site stops now. `false`: only the others. */
        stopped?: 'false' | 'true';
        /** @description Only tokens that existed at this time and have not been used since. */
        unusedSince?: string;
        /** @description Only active tokens that expire before this time. */
        expiringBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdminTokenPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createServiceAccountToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTokenRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  rotateServiceAccountToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateServiceAccountTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenFiguresResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countSiteTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenFiguresResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countVerifications: {
    parameters: {
      query?: {
        /**
         * @description A time in the first hour. By default the range covers 24 hours. Counts older than 30 days are not kept: an earlier start
         *     becomes the oldest hour that is.
         */
        from?: string;
        /** @description The end of the last hour, or a time within it. The default is now. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  registerServiceAccountApplication: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterApplicationRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredApplicationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createServiceAccountSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSecretRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedSecretResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listApplications: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  registerApplication: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterApplicationRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredApplicationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteApplication: {
    parameters: {
      query?: {
        /**
         * @description `true` also ends every credential of the same owner that this one made, and that those made in turn. The answer is then 200,
         *     with their number.
         */
        descendants?: 'false' | 'true';
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedResponse'];
        };
      };
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateApplication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateApplicationRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countApplicationDescendants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DescendantsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  renewToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createClientSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSecretRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedSecretResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countSecretDescendants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        secretId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DescendantsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  revokeClientSecret: {
    parameters: {
      query?: {
        /**
         * @description `true` also ends every credential of the same owner that this one made, and that those made in turn. The answer is then 200,
         *     with their number.
         */
        descendants?: 'false' | 'true';
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        secretId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedResponse'];
        };
      };
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listCertificates: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only certificates that expire before this time, or have already expired. */
        expiringBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificatePageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCertificateRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readCertificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this version, for the If-Match of a PUT. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  replaceCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceCertificateRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteCertificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listCredentials: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createCredential: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCredentialRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this version, for the If-Match of a PUT. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  replaceCredential: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceCredentialRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listConnectionNames: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionNamePageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listConnections: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createConnection: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConnectionRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this version, for the If-Match of a PUT. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  replaceConnection: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConnectionRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listProjects: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only projects whose name contains this, ignoring case. */
        search?: string;
      };
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createProject: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateProjectRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readProject: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteProject: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateProject: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateProjectRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deployDeployment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeployProxyRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  undeployDeployment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  revisions: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  changes: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PendingChangesResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  difference: {
    parameters: {
      query?: {
        /** @description The number of the revision to compare with. The default is the previous one. */
        against?: number;
      };
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
        revision: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionDifferenceResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listProjectProxies: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only proxies whose name contains this, ignoring case. */
        search?: string;
      };
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createProjectProxy: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  import: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportProxyRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyProposalResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readProxy: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          /** @description Names this version, for the If-Match of a PUT. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  replaceProxy: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that GET answered (RFC 9110 §13.1.1). Changed since, it is 412 `edit_conflict`; without it, the last one wins. */
        'If-Match'?: string;
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      412: components['responses']['Problem412'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  deleteProxy: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  export: {
    parameters: {
      query?: never;
      header?: {
        /** @description The account. Without it: the token's account, else the site's only one, else 400 `account_required`. */
        'X-Account-Id'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyDefinitionResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  tryRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleTestRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleTestResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  revealDeveloperSecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevealSecretRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeveloperSecretResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  rotateDeveloperSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeveloperSecretResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptInvitationRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedInvitationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      403: components['responses']['Problem403'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  test: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TestResponse'];
        };
      };
      400: components['responses']['Problem400'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  describeSecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecretResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  issuePersonToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['PersonTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonTokenResponse'];
        };
      };
      400: components['responses']['OAuth400'];
      401: components['responses']['OAuth401'];
      413: components['responses']['OAuth413'];
      429: components['responses']['OAuth429'];
      500: components['responses']['OAuth500'];
      503: components['responses']['OAuth503'];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordRequest'];
      };
    };
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  confirmPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmRequest'];
      };
    };
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listSessions: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  endOtherSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndedSessionsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  listAdminUsers: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description Only users whose username or email address contains this, ignoring case. */
        search?: string;
        /** @description Only people, or only service accounts. */
        kind?: 'person' | 'service';
        /** @description Only users in this state. */
        status?: 'active' | 'suspended';
        /** @description Only users who hold this role. */
        role?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPageResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  createAdminUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserRequest'];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedUserResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readAdminUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  removeUser: {
    parameters: {
      query?: {
        /** @description The id of another active user of the site, who receives the tokens and applications. */
        reassignTo?: string;
        /** @description `true` revokes the tokens and deletes the applications, even if somebody could receive them. */
        decommission?: 'false' | 'true';
        /**
         * @description The `version` of the preview that you based the decision on. If anything has changed since, the answer is 409
         *     `preview_stale`.
         */
        version?: string;
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovalResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateAdminUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUserRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  suspendAdminUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  resumeAdminUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  inviteAdminUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of your choice for this call. For an hour, the same call with the same key and credential is made only once and gets the same answer; a different call with that key is 409 `idempotency_conflict`. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  previewRemoval: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
        /** @description As in the removal: the user who would receive the tokens and applications. */
        reassignTo?: string;
        /** @description As in the removal: whether they would be decommissioned. */
        decommission?: 'false' | 'true';
        /** @description The `nextCursor` of the list of applications. The one of the tokens goes into `cursor`. */
        applicationsCursor?: string;
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovalPreviewResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  readSite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  updateSite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateSiteRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  previewPolicy: {
    parameters: {
      query?: {
        /** @description The maximum number of items in the answer. */
        limit?: number;
        /** @description The `nextCursor` of the previous page; leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SitePolicyRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPreviewResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  handOverSite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SiteOwnerRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  reassignTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReassignTokensRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReassignedResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  identifyToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentifyTokenRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentifiedTokenResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      409: components['responses']['Problem409'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  countTokenDescendants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DescendantsResponse'];
        };
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  revokeAnyToken: {
    parameters: {
      query?: {
        /**
         * @description `true` also ends every credential of the same owner that this one made, and that those made in turn. The answer is then 200,
         *     with their number.
         */
        descendants?: 'false' | 'true';
      };
      header?: never;
      path: {
        /**
         * @description The id.
         * @example 0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedResponse'];
        };
      };
      /** @description Done. The answer has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400'];
      401: components['responses']['Problem401'];
      403: components['responses']['Problem403'];
      404: components['responses']['Problem404'];
      409: components['responses']['Problem409'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
  reportLeaks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportLeaksRequest'];
      };
    };
    responses: {
      /** @description Accepted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      400: components['responses']['Problem400'];
      413: components['responses']['Problem413'];
      415: components['responses']['Problem415'];
      429: components['responses']['Problem429'];
      500: components['responses']['Problem500'];
      503: components['responses']['Problem503'];
    };
  };
}
