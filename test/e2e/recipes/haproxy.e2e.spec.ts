import { describe } from '@jest/globals';
import { installedProgram } from '../../support/installed-program.js';
import { itGuardsTheApi, VERIFY_EXPECTATIONS } from '../../support/recipe-behaviour.js';
import { haproxyRecipe } from '../../support/recipe-edges.js';
import { itAsksVerify } from '../../support/recipe-verify-behaviour.js';

const program = installedProgram('haproxy', 'haproxy');

(program === null ? describe.skip : describe)('docs/recipes/haproxy.md', () => {
  const recipe = haproxyRecipe(program ?? '');
  itGuardsTheApi('sqlite', recipe, { ...VERIFY_EXPECTATIONS, unreachable: 503, silent: 503 });
  itAsksVerify('sqlite', recipe, 400);
});
