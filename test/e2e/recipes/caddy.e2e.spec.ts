import { describeWith, installedProgram } from '../../support/installed-program.js';
import { itGuardsTheApi, VERIFY_EXPECTATIONS } from '../../support/recipe-behaviour.js';
import { caddyRecipe } from '../../support/recipe-edges.js';
import { itAsksVerify } from '../../support/recipe-verify-behaviour.js';

describeWith(installedProgram('caddy', 'caddy'), 'docs/recipes/caddy.md', (program) => {
  const recipe = caddyRecipe(program);
  itGuardsTheApi('sqlite', recipe, { ...VERIFY_EXPECTATIONS, unreachable: 502, silent: 504 });
  itAsksVerify('sqlite', recipe, 400);
});
