import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DomainError } from '../../../shared/errors/domain-error.js';
import { bodyTooLarge, invalidRequest, unsupportedMediaType } from '../../../shared/errors/general.errors.js';
import { BODY_LIMIT, BodyTooLongError, readBody } from './body-reader.js';
import { parseForm } from './form-body.js';
import { parseJson } from './json-body.js';
import { type LateBody, lateBodyOf } from '../../../shared/protocol/late-body.js';
import type { TraitTable } from '../server/trait-table.js';
import { pathOf } from './request-path.js';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Throws when a request is worse than a wrong kind of body: a form on a foreign page can send no other kind (assertion 40). */
export type ForeignBodyRule = (request: FastifyRequest) => void;

/**
 * The only reader of bodies: JSON on the API, forms on the OAuth endpoints (RFC 6749 §4.4.2), nothing elsewhere. Fastify's own
 * parsers are removed, so that none of them lets another kind in.
 */
export function useBodyParser(fastify: FastifyInstance, traits: TraitTable, onForeignBody: ForeignBodyRule): void {
  fastify.removeAllContentTypeParsers();
  // Fastify finds parsers with a name faster than the catch-all parser.
  fastify.addContentTypeParser(
    ['application/json', FORM_TYPE, '*'],
    (request: FastifyRequest, payload: IncomingMessage, done: Done) => {
      const { unreadBody, oauthDialect } = traits.of(pathOf(payload.url ?? ''));
      const late = lateBodyOf(request.routeOptions.config);
      if (unreadBody) done(null, undefined);
      else if (late !== null) done(refusalOf(request, late, onForeignBody), undefined);
      else if (Number(payload.headers['content-length'] ?? 0) > BODY_LIMIT) done(bodyTooLarge());
      else
        readBody(payload, BODY_LIMIT, (error, bytes) => {
          try {
            if (error !== null) throw unreadableBody(error);
            done(null, parse(request, bytes, oauthDialect, onForeignBody));
          } catch (refusal) {
            done(refusal as Error);
          }
        });
    },
  );
}

type Done = (error: Error | null, body?: unknown) => void;

function parse(request: FastifyRequest, bytes: Buffer, oauthDialect: boolean, onForeignBody: ForeignBodyRule): unknown {
  if (bytes.length === 0) return undefined;
  requireNoCoding(request);
  const media = mediaType(request.headers['content-type'] ?? '');
  const text = decodedBody(bytes);
  if (oauthDialect) {
    if (media !== FORM_TYPE) throw unsupportedMediaType({ detail: `Send the parameters as ${FORM_TYPE}.` });
    return parseForm(text);
  }
  requireJson(request, media, onForeignBody);
  return parseJson(text);
}

/** What is wrong with a body that nobody reads yet; null when it may be read. */
function refusalOf(request: FastifyRequest, { bytes }: LateBody, onForeignBody: ForeignBodyRule): Error | null {
  try {
    requireNoCoding(request);
    requireJson(request, mediaType(request.headers['content-type'] ?? ''), onForeignBody);
    if (Number(request.headers['content-length'] ?? 0) > bytes) throw tooLarge(bytes);
    return null;
  } catch (refusal) {
    return refusal as Error;
  }
}

function requireNoCoding({ headers }: FastifyRequest): void {
  const { 'content-encoding': coding = '' } = headers;
  if (coding !== '' && coding !== 'identity')
    throw unsupportedMediaType({ detail: 'Send the body without a Content-Encoding.' });
}

function requireJson(request: FastifyRequest, media: string, onForeignBody: ForeignBodyRule): void {
  if (JSON_TYPE.test(media)) return;
  onForeignBody(request);
  throw unsupportedMediaType();
}

function tooLarge(limit: number): DomainError {
  return bodyTooLarge(limit === BODY_LIMIT ? {} : { detail: `This call takes a body of at most ${limit} bytes.` });
}

export function unreadableBody(cause: Error, limit = BODY_LIMIT): DomainError {
  if (cause instanceof BodyTooLongError) return tooLarge(limit);
  return invalidRequest({ detail: 'The body ended early.', cause });
}

function mediaType(header: string): string {
  if (header === FORM_TYPE) return header;
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** Accepts only UTF-8 (RFC 8259 §8.1). A broken sequence is an error, not a replacement character. */
export function decodedBody(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw invalidRequest({ detail: 'The body is not UTF-8.' });
  return bytes.toString('utf8');
}
