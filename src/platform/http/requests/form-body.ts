import { invalidRequest } from '../../../shared/errors/general.errors.js';

const MOST_PARAMETERS = 100;

type Form = Record<string, string | string[]>;

/** Its instances are as empty as Object.create(null), which the engine would keep as a slow hash table. */
const Parameters = function () {} as unknown as new () => Form;
Parameters.prototype = Object.freeze(Object.create(null) as Form);

/**
 * A form in a request (RFC 6749 appendix B). A repeated parameter stays visible as an array, for the code that must refuse it
 * (§3.2). The object inherits nothing, so that no parameter name has a meaning of its own.
 */
export function parseForm(text: string): Form {
  const form = new Parameters();
  let count = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('&', start);
    const end = next < 0 ? text.length : next;
    if (end > start) {
      if (++count > MOST_PARAMETERS)
        throw invalidRequest({ detail: `The form has more than ${MOST_PARAMETERS} parameters.` });
      add(form, text.slice(start, end));
    }
    start = end + 1;
  }
  return form;
}

function add(form: Form, pair: string): void {
  const equals = pair.indexOf('=');
  const name = decode(equals < 0 ? pair : pair.slice(0, equals));
  const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
  const present = form[name];
  form[name] = present === undefined ? value : [present, value].flat();
}

/** Most names and tokens need no decoding: they cost one look and no more. */
function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest({ detail: 'The form is not correctly percent-encoded.' });
  }
}
