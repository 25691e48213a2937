import type { ErrorDefinition } from '../../shared/errors/domain-error.js';
import { STATUS_OF_KIND } from '../error-status.js';

/** Where `type` of a problem document leads (RFC 9457 §3.1.1): every code with its status and what to do about it. */
export function errorCataloguePage(catalogue: readonly ErrorDefinition[]): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Gatehouse errors</title></head>
  <body>
    <h1>Errors</h1>
${catalogue.map(entry).join('\n')}
  </body>
</html>
`;
}

/** Titles and remedies are written in the modules' x.errors.ts, never by a caller; they are escaped all the same. */
function entry({ kind, code, title, remedy }: ErrorDefinition): string {
  return `    <h2 id="${escape(code)}">${escape(code)} (${STATUS_OF_KIND[kind]})</h2>\n    <p>${escape(title)}. ${escape(remedy)}</p>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
