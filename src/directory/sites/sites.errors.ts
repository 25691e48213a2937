import { defineError } from '../../shared/errors/domain-error.js';

export const siteNotFound = defineError({
  kind: 'not_found',
  code: 'site_not_found',
  title: 'There is no such site',
  remedy: 'Check the slug; `gatehouse site list` lists the sites.',
});
