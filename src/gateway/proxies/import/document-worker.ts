// Runs in a thread of its own (document-thread.ts): a large document would keep everybody else waiting.
import { parentPort } from 'node:worker_threads';
import { BodyRefused, DocumentRefused, openBody } from './document-body.js';
import { type ImportedApi, importedApi, type ImportOptions } from './openapi-import.js';
import type { Json } from './openapi-operations.js';
import { ProposalRefused } from './rule-proposal.js';

/** Parts of the body, then `end`, then the options for a proposal. */
export type ToWorker = { readonly chunk: Uint8Array } | { readonly end: true } | { readonly options: ImportOptions };

export type FromWorker =
  | { readonly fields: string }
  | { readonly imported: ImportedApi }
  | { readonly refusedBody: string }
  | { readonly refusedDocument: string };

const chunks: Uint8Array[] = [];
let document: Json = {};

function answerTo(message: ToWorker): FromWorker | null {
  try {
    if ('options' in message) return { imported: importedApi(document, message.options) };
    if ('end' in message) return opened();
    chunks.push(message.chunk);
    return null;
  } catch (error) {
    if (error instanceof BodyRefused) return { refusedBody: error.message };
    if (error instanceof DocumentRefused || error instanceof ProposalRefused) return { refusedDocument: error.message };
    throw error;
  }
}

function opened(): FromWorker {
  const body = openBody(Buffer.concat(chunks));
  chunks.length = 0;
  document = body.document ?? {};
  return { fields: body.fields };
}

parentPort?.on('message', (message: ToWorker) => {
  const answer = answerTo(message);
  if (answer !== null) parentPort?.postMessage(answer);
});
