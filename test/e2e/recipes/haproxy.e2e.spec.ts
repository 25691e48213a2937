import { describeWith, installedProgram } from '../../support/installed-program.js';
import { itGuardsTheApi, VERIFY_EXPECTATIONS } from '../../support/recipe-behaviour.js';
import { haproxyRecipe } from '../../support/recipe-edges.js';
import { itAsksVerify } from '../../support/recipe-verify-behaviour.js';

describeWith(installedProgram('haproxy', 'haproxy'), 'docs/recipes/haproxy.md', (program) => {
  const recipe = haproxyRecipe(program);
  itGuardsTheApi('sqlite', recipe, { ...VERIFY_EXPECTATIONS, unreachable: 503, silent: 503 });
  itAsksVerify('sqlite', recipe, 400);
});
