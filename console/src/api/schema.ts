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
     * List what happened in the site, newest first: every authentication and every change.
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
     * List the roles of the site by name, the built-in ones among them.
     * @description Needs `roles:read`.
     */
    get: operations['listAdminRoles'];
    put?: never;
    /**
     * Create a role. It can give nothing that you don't hold; only an administrator can introduce a new scope with it.
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
     * Change a role. Whoever holds it gains or loses at once what it gives more or less.
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
     * Rename or describe an account anew.
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
     * Suspend an account: every token that is pinned to it is refused from the moment this is answered.
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
     * Resume an account: its tokens work again as before.
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
    /** List your notifications, newest first: a token of yours that was revoked, and why. */
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
    /** Say that you have read a notification. It takes a session: who found a token must not hide the news of it. */
    post: operations['readNotification'];
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
    /** End all your sessions but the one that makes this call. Their cookies are refused from the moment this is answered. */
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
    /** End a session. Its cookie is refused from the moment this is answered. */
    delete: operations['endSession'];
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
    /** Create a personal access token. Its value is in this answer and in no other. */
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
    /** See one of your tokens. */
    get: operations['readToken'];
    put?: never;
    post?: never;
    /** Revoke a token. It is refused from the moment this is answered. */
    delete: operations['revokeToken'];
    options?: never;
    head?: never;
    /** Rename a token, or change what it may do within what you may do. */
    patch: operations['updateToken'];
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
    /** Give a token a new value; the old one works for the grace and no longer. */
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
     * Create a token of a service account. Its value is in this answer and in no other.
     * @description Needs `tokens:admin`.
     */
    post: operations['createServiceAccountToken'];
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
    /** Count your personal tokens that work now, and those of them that want a look. */
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
     * Count the personal tokens of the site that work now, those of service accounts included.
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
     * Count the verifications of the site's tokens, hour by hour. They are kept for 30 days.
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
    /** Register an API key. Its secret and its access token are in this answer and in no other. */
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
    /** See one of your applications. */
    get: operations['readApplication'];
    put?: never;
    post?: never;
    /** Delete an application. Its secrets and tokens are refused from the moment this is answered. */
    delete: operations['deleteApplication'];
    options?: never;
    head?: never;
    /** Change an application. A narrower scope ceiling holds for its live tokens at once. */
    patch: operations['updateApplication'];
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
    /** Create the access token of an application, or make it anew: the one before is refused from now on. */
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
    /** Create a further client secret, for a change without a gap. Two may be live; a third is refused with 409. */
    post: operations['createClientSecret'];
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
    /** Delete a client secret. Tokens that it was traded for live on. */
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
     * Add a certificate: one to trust, or, with its private key, one to show.
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
     * See a certificate.
     * @description Needs `security:read`.
     */
    get: operations['readCertificate'];
    /**
     * Rename a certificate, or renew it. Connections that use it use the new one from then on.
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
     * Add a credential for an upstream. Its secret is sealed, and never answered.
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
     * See a credential, without its secret.
     * @description Needs `security:read`.
     */
    get: operations['readCredential'];
    /**
     * Change a credential. Connections that use it use the new one from then on.
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
     * List the names of the connections that a proxy can lead to, newest first.
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
     * See a connection.
     * @description Needs `security:read`.
     */
    get: operations['readConnection'];
    /**
     * Change a connection. The proxies that use it go where it leads from then on.
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
     * See a project.
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
     * Rename or describe a project anew.
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
     * Deploy a proxy as it is edited now, or an older revision again. Requests that are under way are finished as they began.
     *     With If-Match nothing is deployed that was edited since it was looked at.
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
     * Undeploy a proxy: from the answer on, its path leads nowhere.
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
     * List what was deployed of a proxy, newest first.
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
     * Show what a revision changed, compared with another one.
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
     * Propose a proxy for an API that an OpenAPI document describes: its routes and their scopes. Nothing is written.
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
     * See a proxy, as it is edited.
     * @description Needs `proxies:read`.
     */
    get: operations['readProxy'];
    /**
     * Change a proxy. What is deployed stays as it is until the next deployment.
     * @description Needs `proxies:write`.
     */
    put: operations['replaceProxy'];
    post?: never;
    /**
     * Delete a proxy. One that is deployed needs `proxies:deploy` too.
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
     * Export a proxy: what `POST {api}/projects/{id}/proxies` makes the same one from.
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
     * Ask what rules would say to a request: which one decides, and what scopes it takes. Nothing is written.
     * @description Needs `proxies:read`.
     */
    post: operations['tryRules'];
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
    /** Set your first password, or a new one, with the link you were given. Sign in with it afterwards. */
    post: operations['acceptInvitation'];
    delete?: never;
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
    /** Report found credentials: each live one is revoked and its owner told. The answer never says which were. */
    post: operations['reportLeaks'];
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
    /** Sign in. The answer sets the session cookie, and says who you are as `GET /auth/me` does. */
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
    /** Sign out. The session is over on the server: no copy of its cookie works any more. */
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
    /** The open test call: the service is there. */
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
    /** Who you are, what you may do now, and which credential says so. */
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
    /** Whose client secret this is, and when it was made. Takes `Authorization: Secret <client secret>` alone. */
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
    /** Get a JWT for an hour: with a username and password in the form, or with `Authorization: Secret …` and no form. */
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
    /** Give your password again. Sensitive calls are open to this session for the next 15 minutes. */
    post: operations['confirmPassword'];
    delete?: never;
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
     * Create a user. Giving roles takes an administrator; in a session, one who confirmed within 15 minutes.
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
     * See a user.
     * @description Needs `users:read`.
     */
    get: operations['readAdminUser'];
    put?: never;
    post?: never;
    /**
     * Remove a user. Tokens and applications pass to the owner of the site, or to whom you name, with their values unchanged;
     *     without an owner they are decommissioned. The person is out from the moment this is answered.
     * @description Needs `users:write`. From a session, it needs a sign-in or a confirmed password within the last 15 minutes.
     */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    /**
     * Rename a user, or change which roles they hold. Their tokens shrink and grow with the roles at once.
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
     * Suspend a user: their sessions end, and their tokens and secrets are refused until they are resumed.
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
     * Make a new invitation link, with which the person sets a first or a new password. The one before stops working.
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
     * See what removing a user would do: who receives what, what each token loses, which integration would stop.
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
     * See the site: its name, its owner, and what it asks of its tokens.
     * @description Needs `site:write`.
     */
    get: operations['readSite'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Rename the site, or change what it asks of its tokens. A policy holds for live tokens too, from the moment this is
     *     answered: see the preview first.
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
     * See which tokens would stop at this moment if the policy were changed so, and do not stop now. It changes nothing. A rule
     *     that is left out stays as it is.
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
     * Hand the site over to another person, or say that it shall have no owner. Only its owner can, or while it has none an
     *     administrator: from a session with a sign-in or a confirmed password within the last 15 minutes, or with a token that
     *     holds `site:write` and is not narrowed.
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
     * Move chosen tokens, or all tokens and applications of a user, to another user. Values stay, and nothing can do more than
     *     it could before. One unknown id moves nothing.
     * @description Needs `tokens:admin`. From a session, it needs a sign-in or a confirmed password within the last 15 minutes.
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
     * Learn whose a found token or secret is. Asking is no use of it, and the answer does not repeat it.
     * @description Needs `tokens:admin`.
     */
    post: operations['identifyToken'];
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
     * Revoke a token of anybody in the site. It is refused from the moment this is answered, and its owner is told.
     * @description Needs `tokens:admin`.
     */
    delete: operations['revokeAnyToken'];
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
    /** See your developer secret again. It takes your password, even from a session. */
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
    /** Replace your developer secret. The one before is refused from the moment this is answered. */
    post: operations['rotateDeveloperSecret'];
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
       * @description `user`; `operator`: a command on the machine; `system`: the service itself; `anonymous`: nobody known.
       * @example user
       * @enum {string}
       */
      kind: 'anonymous' | 'operator' | 'system' | 'user';
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string | null;
      /**
       * @description As it was then: users are renamed and removed.
       * @example ann
       */
      name: string | null;
      /** @description What proved who it was. */
      credential: components['schemas']['AuditCredentialResponse'] | null;
    };
    AuditSubjectResponse: {
      /** @example token */
      type: string;
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string | null;
      /**
       * @description As it was then.
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
        | 'applications.transferred'
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
       * @description Why it was denied: more than the caller was told.
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
       * @description The `requestId` of the answer and of the log lines.
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
       * @description Send it as `cursor` to get the next page; null on the last one.
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
       * @description Whether every site has it; such a role can't be changed.
       * @example false
       */
      builtIn: boolean;
    };
    RolePageResponse: {
      items: components['schemas']['RoleResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    CreateRoleRequest: {
      /**
       * @description `ROLE_` and 1 to 59 capital letters, digits or underscores.
       * @example ROLE_ORDER_CLERK
       */
      name: string;
      /**
       * @description Whom it is for.
       * @example Sees and enters orders
       */
      description: string;
      /**
       * @description What it gives: built-in scopes, and scopes of your own API.
       * @example [
       *       "orders:read",
       *       "orders:write"
       *     ]
       */
      scopes: string[];
    };
    ReplaceRoleRequest: {
      /**
       * @description May be repeated here. A role keeps its name.
       * @example ROLE_ORDER_CLERK
       */
      name?: string;
      /**
       * @description Whom it is for.
       * @example Sees and enters orders
       */
      description: string;
      /**
       * @description All that it gives from now on, to everybody who holds it.
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
       * @description The roles that give it.
       * @example [
       *       "ROLE_ADMIN",
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether the credential of this call holds it.
       * @example true
       */
      held: boolean;
    };
    ScopePageResponse: {
      items: components['schemas']['ScopeResponse'][];
      /**
       * @description Always null: all scopes are in one answer.
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
       * @description The tokens of a suspended account are refused until it is resumed.
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
       * @description Send it as `cursor` to get the next page; null on the last one.
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
       * @description Whatever helps to tell it from others.
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
       * @description A new description; null for none.
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
      /** @description What it happened to. */
      subject: components['schemas']['NotificationSubjectResponse'];
      /**
       * @description What there is to know about it, by kind.
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
       * @description When you said that you have read it; null is not yet.
       * @example null
       */
      readAt: string | null;
    };
    NotificationPageResponse: {
      items: components['schemas']['NotificationResponse'][];
      /**
       * @description Send it as `cursor` to get the next page; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    SessionResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ee */
      id: string;
      /**
       * @description Whether it is the session that makes this call.
       * @example true
       */
      current: boolean;
      /**
       * @description When the sign-in was.
       * @example 2026-11-01T09:30:00.000Z
       */
      createdAt: string;
      /**
       * @description When it was last used, to within a minute. It ends 12 hours after that.
       * @example 2026-11-01T11:02:00.000Z
       */
      lastSeenAt: string;
      /**
       * @description When it ends however much it is used.
       * @example 2026-12-01T09:30:00.000Z
       */
      expiresAt: string;
      /**
       * @description The address that the sign-in came from.
       * @example 203.0.113.9
       */
      address: string;
      /**
       * @description What the browser called itself.
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
       * @description How many sessions were running and are over.
       * @example 2
       */
      ended: number;
    };
    TransferResponse: {
      /**
       * @description The id of the user it came from.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      from: string;
      /**
       * @description When it came.
       * @example 2026-11-01T09:30:00.000Z
       */
      at: string;
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
       * @description What the policy of the site stops it for at this moment: it is `active` and refused. A new value, with an expiry that the
       *     site allows, brings it back. Null is that the policy lets it be.
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
       * @description Who made it. Never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that it was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description What it is narrowed to; null is all that its owner's roles give.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For what came from another user, the most that it can do: what it could do at that moment. Null is no such bound.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null is anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null is never.
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
       * @description When it was last used, to within some seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until it is rotated. */
      transferred: components['schemas']['TransferResponse'] | null;
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
       * @description What you will recognise the token by.
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
       * @description What the token may do, within what you may do. Left out: all that your roles give you, now and later.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * Format: uuid
       * @description The id of the one account that the token is for. Left out: any account of your site.
       * @example null
       */
      accountId?: string | null;
      /**
       * @description The networks that the token may be used from, in CIDR notation: `["203.0.113.0/24"]`. Left out: from anywhere.
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
       * @description What the policy of the site stops it for at this moment: it is `active` and refused. A new value, with an expiry that the
       *     site allows, brings it back. Null is that the policy lets it be.
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
       * @description Who made it. Never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that it was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description What it is narrowed to; null is all that its owner's roles give.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For what came from another user, the most that it can do: what it could do at that moment. Null is no such bound.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null is anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null is never.
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
       * @description When it was last used, to within some seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until it is rotated. */
      transferred: components['schemas']['TransferResponse'] | null;
      /**
       * @description The credential itself. This answer is the only one that ever holds it.
       * @example gth_pat_…
       */
      token: string;
    };
    RotateTokenRequest: {
      /**
       * @description For how many seconds the old value goes on working, at most a week. 0, the default, ends it at once.
       * @example 3600
       */
      graceSeconds?: number;
      /**
       * Format: date-time
       * @description A new expiry (RFC 3339), or null for never. Left out: the expiry stays.
       * @example 2027-12-31T00:00:00Z
       */
      expiresAt?: string | null;
      /**
       * @description What the token may do from now on, within what you may do; null for all that your roles give you. Left out: it stays as
       *     it is. This is how the new owner, signed in, lifts the ceiling of an inherited token.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
    };
    UpdateTokenRequest: {
      /**
       * @description A new name.
       * @example Nightly export to the warehouse
       */
      name?: string;
      /**
       * @description What the token may do from now on, within what you may do; null for all that your roles give you.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes?: string[] | null;
      /**
       * @description The networks that the token may be used from, from now on; null for anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks?: string[] | null;
    };
    TokenOwnerResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000aa */
      id: string;
      /**
       * @description Null for a user who was removed.
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
       * @description What the policy of the site stops it for at this moment: it is `active` and refused. A new value, with an expiry that the
       *     site allows, brings it back. Null is that the policy lets it be.
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
       * @description Who made it. Never changes.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      createdBy: string;
      /**
       * @description The application that it was issued to.
       * @example null
       */
      applicationId: string | null;
      /**
       * @description What it is narrowed to; null is all that its owner's roles give.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For what came from another user, the most that it can do: what it could do at that moment. Null is no such bound.
       * @example null
       */
      ceiling: string[] | null;
      /**
       * @description The account that it is pinned to.
       * @example null
       */
      accountId: string | null;
      /**
       * @description The networks that it may be used from; null is anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When it stops working; null is never.
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
       * @description When it was last used, to within some seconds.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description The address that it was last used from.
       * @example 203.0.113.9
       */
      lastUsedAddress: string | null;
      /** @description Set on a token that came from another user, until it is rotated. */
      transferred: components['schemas']['TransferResponse'] | null;
      /** @description Whose token it is. */
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
    TokenFiguresResponse: {
      /**
       * @description Personal tokens that work now. Short-lived ones that came from a sign-in, and those of applications, are not counted here.
       * @example 12
       */
      active: number;
      /**
       * @description Those that the policy of the site stops at this moment; they are not among the others.
       * @example 0
       */
      stopped: number;
      /**
       * @description Those of the active that expire within 30 days.
       * @example 2
       */
      expiring: number;
      /**
       * @description Those of the active that nobody has used for 90 days, nor made since.
       * @example 1
       */
      unused: number;
      /**
       * @description Those of the active that came from another user and were not rotated since.
       * @example 0
       */
      inherited: number;
    };
    HourOfVerificationsResponse: {
      /**
       * @description The beginning of the hour, in UTC.
       * @example 2026-11-01T09:00:00.000Z
       */
      hour: string;
      /**
       * @description How often a token was presented and is good: to this API, to /verify, to the gateway, or in a question about it at
       *     /oauth/introspect.
       * @example 1204
       */
      verified: number;
      /**
       * @description How often one was presented that the site once issued and that does not work: it expired, was revoked, came from another
       *     network than it may. What never was a token is not counted, and has no site.
       * @example 3
       */
      refused: number;
    };
    VerificationsResponse: {
      /**
       * @description The beginning of the first hour.
       * @example 2026-11-01T09:00:00.000Z
       */
      from: string;
      /**
       * @description The end of the last hour, which may still be running.
       * @example 2026-11-02T09:00:00.000Z
       */
      to: string;
      /** @description Every hour of the range, oldest first. Instances add to them every 10 seconds. */
      hours: components['schemas']['HourOfVerificationsResponse'][];
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
       * @description When it stops working; null is never.
       * @example null
       */
      expiresAt: string | null;
    };
    ApplicationResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ac */
      id: string;
      /** @example Order sync */
      name: string;
      /** @example Copies orders to the warehouse every hour */
      description: string;
      /**
       * @description What it names itself by at /oauth/token.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      clientId: string;
      /**
       * @description The most that its tokens may do; null is all that its owner's roles give.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For what came from another user, the most that its tokens can do: what they could do at that moment. Null is no such
       *     bound.
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
       * @description The id of the access token that was made by registering or by `POST …/token`; null when there is none.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      accessTokenId: string | null;
      /** @description The client secrets that work now, at most two. */
      secrets: components['schemas']['ClientSecretResponse'][];
      /**
       * @description When one of its tokens was last used, to within some seconds: its access token, or one that it got with a client secret.
       *     Null is that none of those that are kept was.
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
    RegisterApplicationRequest: {
      /**
       * @description What you will recognise the application by.
       * @example Order sync
       */
      name: string;
      /**
       * @description What it is for.
       * @example Copies orders to the warehouse every hour
       */
      description?: string;
      /**
       * @description The most that its tokens may do, within what you may do. Left out: all that your roles give you, now and later.
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
       * @description How long its tokens live, in seconds: a minute to 365 days; 14 days when left out.
       * @example 1209600
       */
      tokenTtlSeconds?: number;
      /**
       * @description Whether to issue an access token at once; true when left out.
       * @example true
       */
      issueToken?: boolean;
    };
    RegisteredApplicationResponse: {
      /** @example 0199c0de-0000-7000-8000-0000000000ac */
      id: string;
      /** @example Order sync */
      name: string;
      /** @example Copies orders to the warehouse every hour */
      description: string;
      /**
       * @description What it names itself by at /oauth/token.
       * @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b
       */
      clientId: string;
      /**
       * @description The most that its tokens may do; null is all that its owner's roles give.
       * @example [
       *       "projects:read"
       *     ]
       */
      scopes: string[] | null;
      /**
       * @description For what came from another user, the most that its tokens can do: what they could do at that moment. Null is no such
       *     bound.
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
       * @description The id of the access token that was made by registering or by `POST …/token`; null when there is none.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      accessTokenId: string | null;
      /** @description The client secrets that work now, at most two. */
      secrets: components['schemas']['ClientSecretResponse'][];
      /**
       * @description When one of its tokens was last used, to within some seconds: its access token, or one that it got with a client secret.
       *     Null is that none of those that are kept was.
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
      /**
       * @description The client secret. This answer is the only one that ever holds it.
       * @example gth_sec_…
       */
      clientSecret: string;
      /**
       * @description An access token, unless `issueToken` was false. This answer is the only one that ever holds it.
       * @example gth_app_…
       */
      accessToken?: string;
    };
    UpdateApplicationRequest: {
      /**
       * @description What you will recognise the application by.
       * @example Order sync
       */
      name?: string;
      /**
       * @description What it is for.
       * @example Copies orders to the warehouse every hour
       */
      description?: string;
      /**
       * @description The most that its tokens may do, within what you may do. Left out: all that your roles give you, now and later.
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
       * @description How long its tokens live, in seconds: a minute to 365 days; 14 days when left out.
       * @example 1209600
       */
      tokenTtlSeconds?: number;
      /**
       * @description `true` lifts the ceiling that an inherited application came with. It takes a session of its owner.
       * @example true
       */
      liftCeiling?: boolean;
    };
    ApplicationTokenResponse: {
      /**
       * @description The access token. This answer is the only one that ever holds it.
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
    CreateSecretRequest: {
      /**
       * @description For how many seconds the secrets of before go on working, at most a week; 0 ends them at once. Left out: they
       *     work until you delete them.
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
       * @description When it stops working; null is never.
       * @example null
       */
      expiresAt: string | null;
      /**
       * @description The secret itself. This answer is the only one that ever holds it.
       * @example gth_sec_…
       */
      clientSecret: string;
    };
    CertificateResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example Orders API, client */
      name: string;
      /**
       * @description Whom it names. Empty when only `sans` say so.
       * @example O=ACME, CN=orders.example.com
       */
      subject: string;
      /**
       * @description Who signed it.
       * @example O=ACME, CN=ACME Root
       */
      issuer: string;
      /**
       * @description Its further names, each with its kind.
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
       * @description When it expires, or a certificate of its chain does before it.
       * @example 2027-11-01T00:00:00.000Z
       */
      validTo: string;
      /**
       * @description As `openssl x509 -fingerprint -sha256` prints it.
       * @example 5F:0C:9A:3E:71:D4:28:BB:06:A9:C3:7D:E2:14:8F:50:96:6B:21:DA:47:83:FE:19:C0:3A:75:8E:B2:4D:61:07
       */
      fingerprintSha256: string;
      /**
       * @description Whether a private key is kept for it. No call answers the key.
       * @example true
       */
      hasPrivateKey: boolean;
      /**
       * @description Whether it may sign other certificates.
       * @example false
       */
      isCa: boolean;
      /**
       * @description Whether it expires within 30 days, or has expired.
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
       * @description Its private key in PEM form, not encrypted: to show the certificate to an upstream. It is never answered.
       * @example null
       */
      privateKey?: string | null;
    };
    ReplaceCertificateRequest: {
      /**
       * @description The new certificate and its chain. Left out: the one that is there stays.
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
       * @description The private key of the certificate. Left out: the one that is there stays, if the certificate is for it. Null takes
       *     it away.
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
       * @description Null but for the type `basic`.
       * @example gatehouse
       */
      username: string | null;
      /**
       * @description Null but for the type `header`.
       * @example null
       */
      header: string | null;
      /**
       * @description Null but for the type `query`.
       * @example null
       */
      parameter: string | null;
      /**
       * @description Null but for the type `client_credentials`, as the three below.
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
       * @description When the secret was given. No call answers the secret.
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
       * @description The password, token, key or client secret. It is never answered.
       * @example correct-horse-battery-staple
       */
      secret: string;
      /**
       * @description Unique in the site.
       * @example Orders API
       */
      name: string;
      /**
       * @description How the upstream wants to be shown the secret: HTTP `basic`, a `bearer` token, a `header` or a parameter of the
       *     `query` of its own, or `client_credentials`, which fetches bearer tokens from an OAuth server.
       * @example basic
       * @enum {string}
       */
      type: 'basic' | 'bearer' | 'client_credentials' | 'header' | 'query';
      /**
       * @description Of the type `basic`, which needs it.
       * @example gatehouse
       */
      username?: string | null;
      /**
       * @description The name of the header: of the type `header`, which needs it. `X-Api-Key`, say.
       * @example null
       */
      header?: string | null;
      /**
       * @description The name of the parameter: of the type `query`, which needs it. `api_key`, say.
       * @example null
       */
      parameter?: string | null;
      /**
       * @description The token endpoint, with https: of the type `client_credentials`, which needs it.
       * @example null
       */
      tokenUrl?: string | null;
      /**
       * @description Of the type `client_credentials`, which needs it.
       * @example null
       */
      clientId?: string | null;
      /**
       * @description The scopes to ask for, with a space between them: of the type `client_credentials`.
       * @example null
       */
      scope?: string | null;
      /**
       * @description The audience to ask for, if the token endpoint takes one: of the type `client_credentials`.
       * @example null
       */
      audience?: string | null;
    };
    ReplaceCredentialRequest: {
      /**
       * @description A new password, token, key or client secret. Left out: the one that is there stays; with another `type` or `tokenUrl`
       *     it must be sent again.
       * @example correct-horse-battery-staple
       */
      secret?: string | null;
      /**
       * @description Unique in the site.
       * @example Orders API
       */
      name: string;
      /**
       * @description How the upstream wants to be shown the secret: HTTP `basic`, a `bearer` token, a `header` or a parameter of the
       *     `query` of its own, or `client_credentials`, which fetches bearer tokens from an OAuth server.
       * @example basic
       * @enum {string}
       */
      type: 'basic' | 'bearer' | 'client_credentials' | 'header' | 'query';
      /**
       * @description Of the type `basic`, which needs it.
       * @example gatehouse
       */
      username?: string | null;
      /**
       * @description The name of the header: of the type `header`, which needs it. `X-Api-Key`, say.
       * @example null
       */
      header?: string | null;
      /**
       * @description The name of the parameter: of the type `query`, which needs it. `api_key`, say.
       * @example null
       */
      parameter?: string | null;
      /**
       * @description The token endpoint, with https: of the type `client_credentials`, which needs it.
       * @example null
       */
      tokenUrl?: string | null;
      /**
       * @description Of the type `client_credentials`, which needs it.
       * @example null
       */
      clientId?: string | null;
      /**
       * @description The scopes to ask for, with a space between them: of the type `client_credentials`.
       * @example null
       */
      scope?: string | null;
      /**
       * @description The audience to ask for, if the token endpoint takes one: of the type `client_credentials`.
       * @example null
       */
      audience?: string | null;
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
       * @description Where the upstream is: http or https, a host, and a path if what is asked for is below one.
       * @example https://orders.example.com/v2
       */
      baseUrl: string;
      /**
       * Format: uuid
       * @description The id of the credential that the upstream is shown. Left out or null: none.
       * @example null
       */
      credentialId?: string | null;
      /**
       * Format: uuid
       * @description The id of the certificate that the upstream's own must be signed by. Left out or null: by any of the well-known
       *     authorities. Of https alone, as the next.
       * @example null
       */
      caCertificateId?: string | null;
      /**
       * Format: uuid
       * @description The id of the certificate that the upstream is shown in TLS; it needs a private key. Left out or null: none.
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
       * @description The number of an older revision to deploy again; left out, the proxy as it is edited now becomes a new one.
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
       * @description Where it is: `/gw/{site}` and this.
       * @example /orders
       */
      path: string;
      /**
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what, the first that fits first.
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
       * @description Its number: the first of a proxy is 1.
       * @example 1
       */
      revision: number;
      /**
       * @description Whether it is the one that is served.
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
       * @description Where it is: `/gw/{site}` and this.
       * @example /orders
       */
      path: string;
      /**
       * @description The connection to its upstream.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Who may call what, the first that fits first.
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
       * @description That of its project.
       * @example 0199c0de-0000-7000-8000-000000000001
       */
      accountId: string;
      /**
       * @description The number of the revision that is served; null when none is. What is edited later is not in it.
       * @example 1
       */
      deployedRevision: number | null;
      /**
       * @description Whether it was edited since: a deployment would change what is served. Null when nothing is.
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
       * @description Its value in the revision that was compared with; null where there was none.
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
       * @description Its value in the revision of the path; null where there is none.
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
       * @description The number of the revision that is served; null when none is, and there is nothing to compare with.
       * @example 1
       */
      against: number | null;
      /** @description Nothing when a deployment would change nothing. */
      changes: components['schemas']['DifferenceResponse'][];
      /**
       * @description The ETag of the proxy as it is edited now. As If-Match of the deployment it lets nothing be deployed that was edited since.
       * @example \6b1f0c9d2a7e4835b0d1c2e3f4a59687\
       */
      etag: string;
    };
    RevisionDifferenceResponse: {
      /** @example 2 */
      revision: number;
      /** @example 1 */
      against: number;
      /** @description Nothing when the two are the same. */
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
       * @description GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; or `*` alone for all of them. GET includes HEAD.
       * @example [
       *       "GET"
       *     ]
       */
      methods: string[];
      /**
       * @description A pattern of paths below the proxy: `/orders`, `/orders/{id}`, `/files/*`. A slash at the end makes no difference.
       * @example /orders/{id}
       */
      path: string;
      /**
       * @description All that a token needs; an empty list lets any token of the site in.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
    };
    ProxyHeadersRequest: {
      /**
       * @description Headers to set, in the place of the caller's.
       * @example {
       *       "X-Api-Version": "2"
       *     }
       */
      add?: {
        [key: string]: string;
      };
      /**
       * @description Headers of the caller to leave out.
       * @example [
       *       "X-Debug"
       *     ]
       */
      remove?: string[];
    };
    ProxyRateLimitRequest: {
      /**
       * @description Requests a minute that one token may make.
       * @example 600
       */
      perMinute: number;
    };
    ProxyRequest: {
      /**
       * @description Unique in the project.
       * @example Orders
       */
      name: string;
      /**
       * @description What it leads to.
       * @example The order service, version 2
       */
      description?: string | null;
      /**
       * @description Where it is: `/gw/{site}` and this. Unique in the site.
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
       * @description Who may call what. The first that fits a request decides; a request that none fits is refused.
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
       * @description Whether the upstream is spared the path of the proxy; true when left out.
       * @example true
       */
      stripPrefix?: boolean;
      /**
       * @description How long the upstream may take to begin its answer, and be silent within it; 30 seconds when left out.
       * @example 30000
       */
      timeoutMs?: number;
      /**
       * @description The longest body that is passed on; 10 MiB when left out.
       * @example 10485760
       */
      bodyLimitBytes?: number;
      /**
       * @description What to change in the headers of requests on their way to the upstream.
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
       * @description A limit for each token; none when left out or null.
       * @example {
       *       "perMinute": 600
       *     }
       */
      rateLimit?: components['schemas']['ProxyRateLimitRequest'] | null;
    };
    ImportProxyRequest: {
      /**
       * @description The OpenAPI document, version 3, as JSON.
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
      document: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description The connection to the upstream that the document describes.
       * @example 0199c0de-0000-7000-8000-000000000050
       */
      connectionId: string;
      /**
       * @description Where the proxy shall be; made from the title of the document when left out.
       * @example /orders
       */
      path?: string;
      /**
       * @description The resource of the proposed scopes, `orders` for `orders:read`; made from the path when left out. An operation
       *     that names scopes of its own keeps them.
       * @example orders
       */
      resource?: string;
    };
    RuleTestRequest: {
      /**
       * @description The rules, as a proxy has them or shall have them.
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
       * @description The method of the request that is asked about.
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
       * @description Which rule decides, counted from 1; null when none fits, and so the request is refused.
       * @example 1
       */
      rule: number | null;
      /**
       * @description All that a token needs. Nothing: any token of the site passes, if there is a rule.
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
      /** @example https://localhost:8443/docs */
      service_documentation: string;
      /**
       * @example [
       *       "client_credentials"
       *     ]
       */
      grant_types_supported: string[];
      /**
       * @description Required by RFC 8414 and empty: there is no authorization endpoint.
       * @example []
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
       * @example [
       *       "client_secret_basic",
       *       "client_secret_post",
       *       "Bearer"
       *     ]
       */
      introspection_endpoint_auth_methods_supported: string[];
      /**
       * @example [
       *       "client_secret_basic",
       *       "client_secret_post",
       *       "Bearer"
       *     ]
       */
      revocation_endpoint_auth_methods_supported: string[];
    };
    JwksResponse: {
      /**
       * @description Public keys, the one that signs now first.
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
    AcceptInvitationRequest: {
      /**
       * @description What stands behind the `#` of the link.
       * @example gth_sec_…
       */
      invitation: string;
      /**
       * @description 12 to 256 characters; neither your name nor one of the passwords that are tried first.
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
    ReportLeaksRequest: {
      /**
       * @description What was found. Anything that is no live credential of ours is passed over.
       * @example [
       *       "gth_pat_…"
       *     ]
       */
      credentials: string[];
    };
    LoginRequest: {
      /**
       * @description Your username or your e-mail address.
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
       * @description How long a token may live that is made or rotated, in seconds; null is no bound.
       * @example 7776000
       */
      maxLifetimeSeconds: number | null;
      /**
       * @description Whether a token may be without an expiry.
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
      /** @description What the site asks of the expiry of a token. */
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
       * @description How you proved who you are.
       * @example personal
       * @enum {string}
       */
      kind: 'application' | 'personal' | 'secret' | 'session';
      /** @example 0199c0de-0000-7000-8000-0000000000ff */
      id: string;
      /** @example Nightly export */
      name: string;
      /**
       * @description When it stops working; null is never.
       * @example 2027-06-30T00:00:00.000Z
       */
      expiresAt: string | null;
    };
    MeResponse: {
      user: components['schemas']['MeUser'];
      site: components['schemas']['MeSite'];
      /**
       * @description The roles that you have at this moment.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description What this credential may do at this moment.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /** @description The account that the credential is pinned to; null when it is pinned to none. */
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
    TokenParameterRequest: {
      /**
       * @description The token to look at.
       * @example gth_pat_…
       */
      token: string;
      /**
       * @description Taken and not needed: a token tells its own kind.
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
       * @description What it may do at this moment, space-separated.
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
       * @description When it expires, in seconds since the epoch; missing when it never does.
       * @example 1796083200
       */
      exp?: number;
      /** @example 1764547200 */
      iat?: number;
      /**
       * @description The owning user's id.
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
       * @description The roles that the owner has at this moment.
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
       * @description Scopes to narrow the token to, space-separated; `account:{id}` pins it to an account. Left out: all that the
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
       * @description Seconds.
       * @example 1209600
       */
      expires_in: number;
      /**
       * @description What the token may do at this moment, space-separated.
       * @example projects:read
       */
      scope: string;
      /** @example app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b */
      clientId: string;
    };
    PersonTokenRequest: {
      /**
       * @example client_credentials
       * @enum {string}
       */
      grant_type: 'client_credentials';
      /**
       * @description The username or the e-mail address.
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
       * @description Seconds.
       * @example 3600
       */
      expires_in: number;
    };
    ChangePasswordRequest: {
      /** @example correct horse battery staple */
      currentPassword: string;
      /**
       * @description 12 to 256 characters; neither your name nor one of the passwords that are tried first.
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
       * @description Names of the roles held, sorted.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether a password was ever set. A person without one can't sign in yet; a service account never has one.
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
       * @description Unique in the deployment. Upper case is taken as lower case.
       * @example ben
       */
      username: string;
      /**
       * Format: email
       * @description Unique in the deployment; a person can sign in with it too. A service account may have none.
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
       * @description Names of roles of the site. Only an administrator gives roles. Left out: none.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles?: string[];
      /**
       * @description A first password, at least 12 characters. Left out, the answer holds an invitation link for the person.
       * @example correct horse battery staple
       */
      password?: string | null;
    };
    InvitationResponse: {
      /**
       * @description The link to pass on to the person. This answer is the only one that ever holds it.
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
       * @description Names of the roles held, sorted.
       * @example [
       *       "ROLE_MANAGE_PROXIES"
       *     ]
       */
      roles: string[];
      /**
       * @description Whether a password was ever set. A person without one can't sign in yet; a service account never has one.
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
       * @description A new e-mail address; null only for a service account.
       * @example benedict@example.com
       */
      email?: string | null;
      /**
       * @description All the roles that the user holds from now on. Only an administrator gives and takes roles.
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
       * @description The application that it was issued to.
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
       * @description When it was last used; null is never.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description What it can do now: after a transfer its ceiling.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /**
       * @description What of this it could not do any more.
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
       * @description When it was last used; null is never.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /**
       * @description What it can do now: after a transfer its ceiling.
       * @example [
       *       "projects:read",
       *       "projects:write"
       *     ]
       */
      scopes: string[];
      /**
       * @description What of this it could not do any more.
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
      /** @description Those with the latest traffic first. */
      items: components['schemas']['PreviewedApplicationResponse'][];
      /**
       * @description Send it as `applicationsCursor` to get the next page of applications; null on the last one.
       * @example null
       */
      nextCursor: string | null;
    };
    RemovalWarningResponse: {
      /**
       * @description `decommissioned`: it would be ended. `receiver_lacks_scopes`: the receiver holds nothing of what it needs.
       * @example receiver_lacks_scopes
       * @enum {string}
       */
      code: 'decommissioned' | 'receiver_lacks_scopes';
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
    RemovalPreviewResponse: {
      /**
       * @description Send it with the removal: it is then refused if something has changed since.
       * @example 5d41402abc4b2a76b9719d911017c592
       */
      version: string;
      /**
       * @description What would become of the tokens and applications.
       * @example transfer
       * @enum {string}
       */
      outcome: 'decommission' | 'transfer';
      /** @description Who would receive them; null when they would be decommissioned. */
      receiver: components['schemas']['ReceiverResponse'] | null;
      tokens: components['schemas']['PreviewedTokensResponse'];
      applications: components['schemas']['PreviewedApplicationsResponse'];
      /** @description Integrations that work today and would stop: at most 200 applications and 200 personal tokens, last used first. */
      warnings: components['schemas']['RemovalWarningResponse'][];
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
      /** @description Who owns the tokens and applications now; null when they were decommissioned. */
      receiver: components['schemas']['ReceiverResponse'] | null;
      /** @description Live tokens. */
      tokens: components['schemas']['MovedCountResponse'];
      applications: components['schemas']['MovedCountResponse'];
      /**
       * @description How many sign-ins of the user were running.
       * @example 1
       */
      sessionsEnded: number;
      /** @description The first 200 that moved or ended. The audit log names all of them. */
      items: components['schemas']['MovedItemResponse'][];
    };
    SitePolicyResponse: {
      /**
       * @description How long a token lives at most, from its making or its last rotation, in seconds; null is no bound.
       * @example 7776000
       */
      maxLifetimeSeconds: number | null;
      /**
       * @description Whether tokens may be without an expiry.
       * @example false
       */
      allowNeverExpire: boolean;
      /**
       * @description The networks that tokens may be used from, besides what each says itself; null is anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks: string[] | null;
      /**
       * @description A token stops when it was not used for so many days; null is never.
       * @example 90
       */
      revokeUnusedAfterDays: number | null;
      /**
       * @description A token that came from another user stops unless it is rotated within so many days; null is never.
       * @example 30
       */
      rotateInheritedWithinDays: number | null;
    };
    SiteResponse: {
      /** @example 0199c0de-0000-7000-8000-000000000001 */
      id: string;
      /** @example ACME */
      name: string;
      /** @example acme */
      slug: string;
      /**
       * @description The user who owns the site; null is nobody.
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
       * @description How long a token lives at most, from its making or its last rotation, in seconds: a minute to 10 years; null for no bound.
       * @example 7776000
       */
      maxLifetimeSeconds?: number | null;
      /**
       * @description Whether tokens may be without an expiry.
       * @example false
       */
      allowNeverExpire?: boolean;
      /**
       * @description The networks that tokens may be used from, besides what each says itself; null for anywhere.
       * @example [
       *       "203.0.113.0/24"
       *     ]
       */
      allowedNetworks?: string[] | null;
      /**
       * @description A token stops when it was not used for so many days; null for never.
       * @example 90
       */
      revokeUnusedAfterDays?: number | null;
      /**
       * @description A token that came from another user stops unless it is rotated within so many days; null for never.
       * @example 30
       */
      rotateInheritedWithinDays?: number | null;
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
      /** @description What the site asks of its tokens. A rule that is left out stays as it is. */
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
       * @description When it was last used; null is never.
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
       * @description How many tokens it is about.
       * @example 3
       */
      tokens: number;
      /** @example 3 tokens were last used from outside the networks that would be allowed. */
      message: string;
    };
    PolicyPreviewResponse: {
      /**
       * @description How many live tokens would stop that do not stop now.
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
      /** @description What no list of tokens can say: from where each will be used. */
      warnings: components['schemas']['PolicyWarningResponse'][];
    };
    SiteOwnerRequest: {
      /**
       * Format: uuid
       * @description The id of an active person of the site, or null for nobody: what a user who is removed leaves is then decommissioned.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      userId: string | null;
    };
    ReassignTokensRequest: {
      /**
       * Format: uuid
       * @description Who receives the tokens: an active user of the site.
       * @example 0199c0de-0000-7000-8000-0000000000ab
       */
      toUserId: string;
      /**
       * @description The tokens that move, whoever has them. Either this or `fromUserId`.
       * @example [
       *       "0199c0de-0000-7000-8000-0000000000ff"
       *     ]
       */
      tokenIds?: string[];
      /**
       * Format: uuid
       * @description The user all of whose tokens and applications move. Either this or `tokenIds`.
       * @example 0199c0de-0000-7000-8000-0000000000aa
       */
      fromUserId?: string;
    };
    TransferredCountResponse: {
      /** @example 12 */
      transferred: number;
    };
    ReassignedResponse: {
      /** @description Who owns them now. */
      receiver: components['schemas']['ReceiverResponse'];
      /** @description Live tokens that moved; those that the receiver had already are not counted. */
      tokens: components['schemas']['TransferredCountResponse'];
      applications: components['schemas']['TransferredCountResponse'];
    };
    IdentifyTokenRequest: {
      /**
       * @description The token or secret that was found, as it was found.
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
       * @description The id of the token or secret; for a developer secret that of its person.
       * @example 0199c0de-0000-7000-8000-0000000000ff
       */
      id: string;
      /**
       * @description What its owner calls it; for a client secret the name of the application.
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
      /** @description Whose it is; null when its owner was removed. */
      owner: components['schemas']['ReceiverResponse'] | null;
      /** @example null */
      applicationId: string | null;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
      /**
       * @description When this value stops working, by itself or because it was rotated away; null is never.
       * @example null
       */
      endsAt: string | null;
      /**
       * @description When it was last used, to within some seconds; secrets don't count their uses.
       * @example 2026-11-20T02:00:04.120Z
       */
      lastUsedAt: string | null;
      /** @example 203.0.113.9 */
      lastUsedAddress: string | null;
      /** @description The call that ends it; for secrets the value goes into its body. */
      revoke: components['schemas']['RevokeCallResponse'];
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
       * @description Its last 4 characters, by which the audit log names it.
       * @example x7Qa
       */
      last4: string;
      /** @example 2026-11-01T09:30:00.000Z */
      createdAt: string;
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
         * @description What it wants.
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
         *       "detail": "It is unknown, expired or revoked. Make a new one, or sign in again; your administrator sees the reason.",
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
    /** @description There is no such thing in the site of the caller. */
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
         *       "detail": "Check the path and the id. What belongs to another site is answered like what never was.",
         *       "code": "not_found",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It does not fit with how things stand; `code` says why. */
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
         *       "title": "Somebody changed this meanwhile",
         *       "status": 412,
         *       "detail": "It is no longer what If-Match names, and nothing was changed. GET it again, and repeat the change with its new ETag.",
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
    /** @description The body is of a kind that is not understood. */
    Problem415: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#unsupported_media_type",
         *       "title": "This kind of body is not understood",
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
         *       "detail": "Wait for as many seconds as Retry-After says, then try again.",
         *       "code": "rate_limited",
         *       "requestId": "EBWLCL1kgVLI-a"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Something went wrong on our side. */
    Problem500: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://localhost:8443/docs/errors#internal_error",
         *       "title": "Something went wrong on our side",
         *       "status": 500,
         *       "detail": "Try again; if it stays, tell your administrator the requestId.",
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
         *       "detail": "Try again after as many seconds as Retry-After says. Nothing was changed that was not answered.",
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
    /** @description Something went wrong on our side. */
    OAuth500: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "error": "server_error",
         *       "error_description": "Something went wrong on our side"
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description Only what this user did: an id or a user name. */
        actor?: string;
        /** @description Only what was done to this user, token, role or the like: an id or a name. */
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
          | 'applications.transferred'
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
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only accounts in this state. */
        status?: 'active' | 'suspended';
        /** @description Only accounts whose name contains this, whatever the case. */
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
      header?: never;
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description `true`: only those that you have not read. `false`: only the others. */
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
      /** @description Done; there is nothing to answer. */
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
  listSessions: {
    parameters: {
      query?: {
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description `personal`, the default: tokens that you made. `application`: tokens of your applications. */
        kind?: 'application' | 'personal';
        /** @description `opaque`, the default: tokens made to be kept. `jwt`: short-lived ones that came from a sign-in or a client. */
        format?: 'jwt' | 'opaque';
        /** @description Only tokens in this state. */
        state?: 'active' | 'expired' | 'revoked';
        /** @description Only tokens whose name contains this, whatever the case. */
        search?: string;
        /** @description `true`: only tokens that came from another user and were not rotated since. `false`: only the others. */
        transferred?: 'false' | 'true';
        /** @description `true`: only tokens that the policy of the site stops at this moment. `false`: only the others. */
        stopped?: 'false' | 'true';
        /** @description Only tokens that were there at this time and have not been used since. */
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
      header?: never;
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
  rotateToken: {
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only tokens of this user, by id. */
        owner?: string;
        /** @description `personal`: made by a person, or for a service account. `application`: issued to an application. */
        kind?: 'application' | 'personal';
        /** @description `opaque`: tokens made to be kept. `jwt`: short-lived ones that came from a sign-in or a client. */
        format?: 'jwt' | 'opaque';
        /** @description Only tokens in this state. */
        state?: 'active' | 'expired' | 'revoked';
        /** @description Only tokens whose name contains this, whatever the case. */
        search?: string;
        /** @description `true`: only tokens that came from another user and were not rotated since. `false`: only the others. */
        transferred?: 'false' | 'true';
        /** @description `true`: only tokens that the policy of the site stops at this moment. `false`: only the others. */
        stopped?: 'false' | 'true';
        /** @description Only tokens that were there at this time and have not been used since. */
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
         * @description In the first hour; by default the last is the 24th. Of hours more than 30 days ago nothing is known: then the first is
         *     the oldest that is.
         */
        from?: string;
        /** @description The end of the last hour, or within it; by default now. */
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
  listApplications: {
    parameters: {
      query?: {
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
  renewToken: {
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
  revokeClientSecret: {
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only certificates that expire before this time, or have expired. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only projects whose name contains this, whatever the case. */
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
      /** @description Done; there is nothing to answer. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
        /** @description The number of the revision to compare with; the one before when left out. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only proxies whose name contains this, whatever the case. */
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
          'application/json': components['schemas']['ProxyDefinitionResponse'];
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
      /** @description Done; there is nothing to answer. */
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
        content?: never;
      };
      400: components['responses']['Problem400'];
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
      /** @description Done; there is nothing to answer. */
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
      header?: never;
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
      /** @description Done; there is nothing to answer. */
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
      /** @description Done; there is nothing to answer. */
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
  listAdminUsers: {
    parameters: {
      query?: {
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description Only users whose username or e-mail contains this, whatever the case. */
        search?: string;
        /** @description Only persons, or only service accounts. */
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
      header?: never;
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
        /** @description `true` revokes the tokens and deletes the applications, although somebody could receive them. */
        decommission?: 'false' | 'true';
        /** @description The `version` of the preview that you decided on. If something has changed since, the answer is 409 `preview_stale`. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
        cursor?: string;
        /** @description As in the removal: who would receive the tokens and applications. */
        reassignTo?: string;
        /** @description As in the removal: whether they would be decommissioned. */
        decommission?: 'false' | 'true';
        /** @description The `nextCursor` of the applications; that of the tokens goes into `cursor`. */
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
        /** @description How many items to answer at most. */
        limit?: number;
        /** @description The `nextCursor` of the page before; leave it out for the first page. */
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
  revokeAnyToken: {
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
      /** @description Done; there is nothing to answer. */
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
}
