import { defineError } from '../../shared/errors/domain-error.js';

export const projectNotFound = defineError({
  kind: 'not_found',
  code: 'project_not_found',
  title: 'There is no such project',
  remedy: 'Check the id and the account; GET {api}/projects lists the projects of the account.',
});
