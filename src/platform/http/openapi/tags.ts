/**
 * The purpose of each group of calls. A controller's tag is its class name in words; an architecture test requires each tag here.
 */
export const TAG_DESCRIPTIONS: Readonly<Record<string, string>> = {
  Accounts: 'The customers or departments of a site.',
  'Admin statistics': 'Figures about the tokens of a site, and how often they are presented.',
  'Admin tokens': 'Every token of a site: see, revoke, reassign, and learn whose a found one is.',
  'Admin users': 'People and service accounts, their roles and their tokens.',
  Applications: 'API keys: a client id, its secrets and its access token.',
  Audit: 'Who did what, when and from where.',
  Auth: 'Signing in, the own password, and who one is.',
  Certificates: 'What a site trusts and shows in TLS to its upstreams.',
  Connections: 'How the upstreams of a site are reached.',
  Credentials: 'What a site shows to its upstreams to be let in; secrets go in and never come out.',
  'Developer secret': "A person's one client secret, made by the system.",
  Health: 'Whether the service runs and can do its work.',
  Leaks: 'Report credentials found in the open; the live ones are revoked.',
  Notifications: 'What the service wants its people to know.',
  OAuth: 'RFC 6749 token, RFC 7662 introspection and RFC 7009 revocation endpoints.',
  Projects: 'What the proxies of an account are kept in.',
  Proxies: "What of an upstream's API is open to whom; deploying it.",
  Roles: 'The roles of a site and the scopes they give.',
  Scopes: 'What can be asked for, and what one holds.',
  Site: 'The site itself: its name, whose it is, and what it asks of its tokens.',
  Statistics: "Figures about what is one's own.",
  Tokens: "One's own personal tokens.",
  Verify: 'Forward-auth for reverse proxies: nginx, Caddy, Traefik, Envoy.',
};
