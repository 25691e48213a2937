import { defineError } from '../../shared/errors/domain-error.js';

export const revisionNotFound = defineError({
  kind: 'not_found',
  code: 'revision_not_found',
  title: 'The proxy has no such revision',
  remedy: 'Check the number; GET {api}/proxies/{id}/revisions lists the revisions of the proxy.',
});

export const pathServed = defineError({
  kind: 'conflict',
  code: 'path_served',
  title: 'Another proxy is deployed at this path, or one of another account above or below it',
  remedy: 'Undeploy that proxy first, or deploy a revision with another path.',
});

export const connectionGone = defineError({
  kind: 'conflict',
  code: 'connection_gone',
  title: 'The connection of this revision was deleted',
  remedy: 'Give the proxy another connection, then deploy it again.',
});

export const proxyNotFound = defineError({
  kind: 'not_found',
  code: 'proxy_not_found',
  title: 'There is no such proxy',
  remedy: 'Check the id and the account; GET {api}/projects/{id}/proxies lists the proxies of a project.',
});

export const unsafePath = defineError({
  kind: 'invalid',
  code: 'unsafe_path',
  title: 'The path can be read in more than one way',
  remedy:
    'Send a plain path: no empty or dot segments, no ; or backslash, no encoded slash or percent sign, no absolute address.',
});
