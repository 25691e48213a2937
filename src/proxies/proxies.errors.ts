import { defineError } from '../shared/errors/domain-error.js';

export const proxyNotFound = defineError({
  kind: 'not_found',
  code: 'proxy_not_found',
  title: 'There is no such proxy',
  remedy: 'Check the id and the account; GET {api}/projects/{id}/proxies lists the proxies of a project.',
});
