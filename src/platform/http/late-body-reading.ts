import type { IncomingMessage } from 'node:http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { lateBodyOf } from '../../shared/protocol/late-body.js';
import { decodedBody, unreadableBody } from './requests/body-parser.js';
import { readChunks } from './requests/body-reader.js';
import { parseJson } from './requests/json-body.js';

/** Reads the bodies that wait until the guards before this one have let their sender pass. */
@Injectable()
export class LateBodyReading implements CanActivate {
  canActivate(context: ExecutionContext): true | Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const limits = lateBodyOf(request.routeOptions.config);
    if (limits?.values == null) return true;
    return this.#read(request, limits.bytes, limits.values);
  }

  async #read(request: FastifyRequest, bytes: number, values: number): Promise<true> {
    const chunks: Buffer[] = [];
    await takeBody(request.raw, bytes, (chunk) => chunks.push(chunk));
    if (chunks.length > 0) request.body = parseJson(decodedBody(Buffer.concat(chunks)), values);
    return true;
  }
}

/** Passes a body on as it arrives. @throws bodyTooLarge, invalidRequest */
export function takeBody(request: IncomingMessage, limit: number, take: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    readChunks(request, limit, {
      take,
      finish: (error) => {
        if (error === null) resolve();
        else reject(unreadableBody(error, limit));
      },
    });
  });
}

/** A body, or a part of one, that somebody else has read. @throws invalidRequest */
export function parsedBody(text: string): object {
  return parseJson(text);
}
