// SPDX licence expressions (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/), without WITH.

/**
 * Whether allowed licences alone satisfy a licence expression: one side of an `OR`, both sides of an `AND`. A text that is no
 * such expression ("SEE LICENSE IN …") is not satisfied.
 */
export function isSatisfied(expression: string, allowed: (licence: string) => boolean): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const satisfied = alternatives(words, allowed);
  return satisfied && words.length === 0;
}

// each function reads its part from the front of the words

function alternatives(words: string[], allowed: (licence: string) => boolean): boolean {
  let satisfied = conjunction(words, allowed);
  while (takes(words, 'OR')) satisfied = conjunction(words, allowed) || satisfied;
  return satisfied;
}

function conjunction(words: string[], allowed: (licence: string) => boolean): boolean {
  let satisfied = term(words, allowed);
  while (takes(words, 'AND')) satisfied = term(words, allowed) && satisfied;
  return satisfied;
}

function term(words: string[], allowed: (licence: string) => boolean): boolean {
  if (!takes(words, '(')) return allowed(words.shift() ?? '');
  const satisfied = alternatives(words, allowed);
  return takes(words, ')') && satisfied;
}

function takes(words: string[], word: string): boolean {
  if (words[0] !== word) return false;
  words.shift();
  return true;
}
