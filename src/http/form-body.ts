import { invalidRequest } from '../shared/errors/general.errors.js';

const MOST_PARAMETERS = 100;

/**
 * A form of a request (RFC 6749 appendix B). A repeated parameter stays visible as an array, for whoever must
 * refuse it (§3.2). The object has no prototype, so that no parameter's name means anything.
 */
export function parseForm(text: string): Record<string, string | string[]> {
  const form = Object.create(null) as Record<string, string | string[]>;
  const pairs = text.split('&').filter((pair) => pair !== '');
  if (pairs.length > MOST_PARAMETERS)
    throw invalidRequest({ detail: `The form has more than ${MOST_PARAMETERS} parameters.` });
  for (const pair of pairs) {
    const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = decode(pair.slice(0, end));
    const value = decode(pair.slice(end + 1));
    const present = form[name];
    form[name] = present === undefined ? value : [present, value].flat();
  }
  return form;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest({ detail: 'The form is not correctly percent-encoded.' });
  }
}
