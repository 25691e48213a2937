import { STATUS_CODES } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { NO_IDENTITY } from '../../../shared/authz/identity-headers.js';
import { Clock } from '../../../shared/clock/clock.js';
import { HealthService } from '../health/health.service.js';
import { httpsRequired } from '../answers/http.errors.js';
import { problemAnswer, withRequestId } from '../answers/problem-document.js';
import type { RequestHead } from './request-head.js';
import { TraitTable } from '../server/trait-table.js';
import { WITHOUT_HSTS } from '../requests/security-headers.js';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** The answers to plaintext, as they are sent: a refusal, and the health calls. Then the connection closes. */
@Injectable()
export class PlainAnswers {
  constructor(
    private readonly settings: Settings,
    private readonly health: HealthService,
    private readonly clock: Clock,
    private readonly traits: TraitTable,
  ) {}

  /** The one refusal, for every request. A null head means that the bytes were not a request. */
  refusal(head: RequestHead | null, requestId: string): string {
    const { status, headers, body } = withRequestId(problemAnswer(httpsRequired(), this.settings), requestId);
    const identity = this.traits.of(head?.path ?? '').identityHeaders ? NO_IDENTITY : {};
    return this.#written(head, status, { ...headers, ...identity, 'x-request-id': requestId }, body);
  }

  /** The answer to a health call, or null for any other request. */
  async ofHealth(head: RequestHead): Promise<string | null> {
    const answer = await this.health.answer(head.method, head.path);
    return answer && this.#written(head, answer.status, JSON_TYPE, answer.body);
  }

  #written(head: RequestHead | null, status: number, headers: Readonly<Record<string, string>>, body: string): string {
    const all = {
      date: this.clock.now().toUTCString(),
      ...WITHOUT_HSTS,
      ...headers,
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    };
    const lines = Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n${head?.method === 'HEAD' ? '' : body}`;
  }
}
