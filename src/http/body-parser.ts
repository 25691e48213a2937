import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyTooLarge, invalidRequest, unsupportedMediaType } from '../shared/errors/general.errors.js';
import { BODY_LIMIT, BodyTooLongError, readBody } from './body-reader.js';
import { parseForm } from './form-body.js';
import { parseJson } from './json-body.js';
import { speaksOAuth } from './oauth-answer.js';
import { pathOf } from './request-path.js';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;
const FORM_TYPE = 'application/x-www-form-urlencoded';
/** Calls that stand in for somebody else's request: its body is not ours to read. */
const UNREAD = /^\/(?:verify\/?$|gw\/)/;

/** Throws what is worse than the wrong kind of body: a form on a foreign page can send no other (assertion 40). */
export type ForeignBodyRule = (request: FastifyRequest) => void;

/**
 * The only reader of bodies: JSON on the API, forms on the OAuth endpoints (RFC 6749 §4.4.2), nothing elsewhere.
 * Fastify's own parsers are taken out, so that none of them lets another kind in.
 */
export function useBodyParser(fastify: FastifyInstance, apiPrefix: string, onForeignBody: ForeignBodyRule): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    parse(request, payload, apiPrefix, onForeignBody),
  );
}

async function parse(
  request: FastifyRequest,
  payload: IncomingMessage,
  apiPrefix: string,
  onForeignBody: ForeignBodyRule,
): Promise<unknown> {
  const url = payload.url ?? '';
  if (UNREAD.test(pathOf(url))) return undefined;
  const bytes = await read(payload);
  if (bytes.length === 0) return undefined;
  if (!['', 'identity'].includes(request.headers['content-encoding'] ?? '')) {
    throw unsupportedMediaType({ detail: 'Send the body without a Content-Encoding.' });
  }
  const type = mediaType(request.headers['content-type'] ?? '');
  const text = decode(bytes);
  if (speaksOAuth(url, apiPrefix)) {
    if (type !== FORM_TYPE) throw unsupportedMediaType({ detail: `Send the parameters as ${FORM_TYPE}.` });
    return parseForm(text);
  }
  if (!JSON_TYPE.test(type)) {
    onForeignBody(request);
    throw unsupportedMediaType();
  }
  return parseJson(text);
}

async function read(payload: IncomingMessage): Promise<Buffer> {
  if (Number(payload.headers['content-length'] ?? 0) > BODY_LIMIT) throw bodyTooLarge();
  try {
    return await readBody(payload, BODY_LIMIT);
  } catch (cause) {
    if (cause instanceof BodyTooLongError) throw bodyTooLarge();
    throw invalidRequest({ detail: 'The body ended early.', cause });
  }
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** UTF-8 alone (RFC 8259 §8.1); a broken sequence is an error, not a replacement character. */
function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw invalidRequest({ detail: 'The body is not UTF-8.' });
  return bytes.toString('utf8');
}
