/** A task of a reader, and the groups of calls that serve it. A group is the name of a controller in words, or its own tag. */
interface Task {
  readonly description: string;
  readonly groups: readonly string[];
}

/** In the order in which people come to need them. An architecture test requires a task for every group. */
export const TASKS: Readonly<Record<string, Task>> = {
  'Start here': {
    description: 'Sign in, see who you are and what you may do.',
    groups: ['Auth', 'Scopes', 'Notifications'],
  },
  Tokens: {
    description: "One's own personal tokens, the developer secret, and what to do when one of them leaks.",
    groups: ['Tokens', 'Developer secret', 'Statistics', 'Leaks'],
  },
  Applications: {
    description: 'API keys: a client id, its secrets and its access token.',
    groups: ['Applications'],
  },
  OAuth: {
    description: 'RFC 6749 token, RFC 7662 introspection and RFC 7009 revocation endpoints, with their metadata.',
    groups: ['OAuth'],
  },
  Verify: {
    description: 'Forward-auth for reverse proxies: nginx, Caddy, Traefik, Envoy.',
    groups: ['Verify'],
  },
  People: {
    description:
      'The people and service accounts of a site: their accounts, roles and tokens, and what happens when they leave.',
    groups: ['Admin users', 'Admin tokens', 'Roles', 'Accounts'],
  },
  Gateway: {
    description: "What of an upstream's API is open to whom: projects, proxies, and how upstreams are reached.",
    groups: ['Projects', 'Proxies', 'Connections', 'Credentials', 'Certificates'],
  },
  Operate: {
    description: 'The site and its policy, the audit log, figures, and whether the service runs.',
    groups: ['Site', 'Audit', 'Admin statistics', 'Health'],
  },
};

/** The tag of an operation: the task that its group serves. */
export function taskOf(group: string): string {
  const task = Object.entries(TASKS).find(([, { groups }]) => groups.includes(group));
  if (task === undefined) throw new Error(`no task of the API documents has the group ${group}`);
  return task[0];
}
