import type { ErrorDefinition } from '../../../shared/errors/domain-error.js';
import { STATUS_OF_KIND } from '../answers/error-status.js';

const STYLE = `
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
      h2 { margin: 2rem 0 0; font-size: 1.1rem }
      h2:target { outline: 2px solid; outline-offset: 4px }
      p { margin: 0.25rem 0 }
      code, h2 { font-family: ui-monospace, monospace }`;

/** The page that `type` of a problem document leads to (RFC 9457 §3.1.1): every code with its status and its remedy. */
export function errorCataloguePage(catalogue: readonly ErrorDefinition[], base: string, apiPrefix: string): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Gatehouse errors</title>
    <link rel="icon" type="image/png" href="${base}/docs/favicon-32x32.png">
    <style>${STYLE}
    </style>
  </head>
  <body>
    <h1>Errors</h1>
    <p>What a problem document names in <code>code</code>. <a href="${base}/docs">All calls</a></p>
${catalogue.map((definition) => entry(definition, apiPrefix)).join('\n')}
  </body>
</html>
`;
}

/** Titles and remedies come from the modules' x.errors.ts, never from a caller. They are escaped all the same. */
function entry({ kind, code, title, remedy }: ErrorDefinition, apiPrefix: string): string {
  const text = escape(`${title}. ${remedy}`.replaceAll('{api}', apiPrefix)).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
  return `    <h2 id="${escape(code)}">${escape(code)} (${STATUS_OF_KIND[kind]})</h2>\n    <p>${text}</p>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
