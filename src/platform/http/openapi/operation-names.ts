/**
 * Names in the document follow from the code: `TokensController.create` is `createToken` under the tag `Tokens`. Client
 * generators turn operationIds into function names, so renaming a controller or a handler is a breaking change.
 */

/** Handler names that say nothing without the object that they act on. */
const BARE_VERBS = new Set(
  `create list get read find show update change replace delete remove revoke rotate suspend resume end register
  regenerate deploy undeploy preview invite rename reveal`.split(/\s+/),
);
/** Those of them that answer a list. */
const PLURAL_VERBS = new Set(['list']);

export function operationIdOf(controller: string, method: string): string {
  if (!BARE_VERBS.has(method)) return method;
  const resource = resourceOf(controller);
  return method + (PLURAL_VERBS.has(method) ? resource : singular(resource));
}

/** `AdminUsersController` → `Admin users` */
export function tagOf(controller: string): string {
  const words = resourceOf(controller).split(/(?<=[a-z])(?=[A-Z])/);
  return words.map((word, index) => (index === 0 || isAcronym(word) ? word : word.toLowerCase())).join(' ');
}

function resourceOf(controller: string): string {
  return controller.replace(/Controller$/, '');
}

function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}
