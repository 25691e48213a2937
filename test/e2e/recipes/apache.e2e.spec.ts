import { describeWith, installedProgram } from '../../support/installed-program.js';
import { itGuardsTheApi, VERIFY_EXPECTATIONS } from '../../support/recipe-behaviour.js';
import { apacheRecipe, OAUTH2_MODULE } from '../../support/recipe-edges.js';

describeWith(
  installedProgram('apache2', 'apache2-bin libapache2-mod-oauth2', [OAUTH2_MODULE]),
  'docs/recipes/apache.md',
  (program) => {
    itGuardsTheApi('sqlite', apacheRecipe(program), {
      ...VERIFY_EXPECTATIONS,
      // the module's own words; it knows no difference between a token that is bad and one that it can't ask about
      nothingSent:
        'Bearer realm="gatehouse", error="invalid_request", error_description="No bearer token found in the request."',
      badToken: 'Bearer realm="gatehouse", error="invalid_token", error_description="Token could not be verified."',
      unreachable: 401,
      silent: 401,
      underscore: 403,
    });
  },
);
