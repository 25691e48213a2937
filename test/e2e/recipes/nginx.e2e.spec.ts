import { forEachDialect } from '../../support/dialects.js';
import { describeWith, installedProgram } from '../../support/installed-program.js';
import { itGuardsTheApi, VERIFY_EXPECTATIONS } from '../../support/recipe-behaviour.js';
import { nginxRecipe } from '../../support/recipe-edges.js';
import { itAsksVerify } from '../../support/recipe-verify-behaviour.js';

describeWith(installedProgram('nginx', 'nginx'), 'docs/recipes/nginx.md', (program) => {
  const recipe = nginxRecipe(program);
  // the recipes are about the proxies; that storage makes no difference is shown with the first of them
  forEachDialect((dialect) => {
    itGuardsTheApi(dialect, recipe, { ...VERIFY_EXPECTATIONS, unreachable: 503, silent: 503 });
  });
  itAsksVerify('sqlite', recipe, 400);
});
