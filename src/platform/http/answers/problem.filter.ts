import { Catch, Injectable, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { DomainError } from '../../../shared/errors/domain-error.js';
import { methodNotAllowed } from '../../../shared/errors/general.errors.js';
import { OAuthError } from '../../../shared/errors/oauth-error.js';
import type { Answer } from './answer.js';
import { STATUS_OF_KIND } from './error-status.js';
import { translate } from './exception-translation.js';
import { asOAuthError, oauthAnswer } from './oauth-answer.js';
import { loggedPath, pathOf } from '../requests/request-path.js';
import { problemAnswer, withRequestId } from './problem-document.js';
import { RouteTable } from '../server/route-table.js';
import { TraitTable } from '../server/trait-table.js';

/** Remembers the answers to errors that are thrown again and again: a flood of junk must not pay for making them each time. */
class AnswerMemory {
  readonly #answers = new WeakMap<DomainError, Answer>();

  constructor(private readonly make: (error: DomainError) => Answer) {}

  of(error: DomainError): Answer {
    const known = this.#answers.get(error);
    if (known !== undefined) return known;
    const answer = this.make(error);
    this.#answers.set(error, answer);
    return answer;
  }
}

/** Answers every error: problem+json, or RFC 6749's body on the OAuth endpoints. No stack, SQL or version leaves the service. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');
  readonly #oauthAnswers = new AnswerMemory((error) => oauthAnswer(asOAuthError(error)));
  readonly #problems = new AnswerMemory((error) => problemAnswer(error, this.settings));

  constructor(
    private readonly settings: Settings,
    private readonly routes: RouteTable,
    private readonly traits: TraitTable,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = translate(this.#wrongMethod(exception, request) ?? exception);
    this.#log(error, request);
    if (reply.sent || reply.raw.headersSent) return;
    const { status, headers, body } = this.#answerOf(error, request);
    void reply.code(status).headers(headers).send(body);
  }

  #answerOf(error: DomainError | OAuthError, request: FastifyRequest): Answer {
    if (error instanceof OAuthError) return oauthAnswer(error);
    if (this.traits.of(pathOf(request.raw.url ?? '')).oauthDialect) return this.#oauthAnswers.of(error);
    return withRequestId(this.#problems.of(error), request.id);
  }

  /** The router also reports a wrong method as "not found". */
  #wrongMethod(exception: unknown, request: FastifyRequest): DomainError | null {
    if (!(exception instanceof NotFoundException) || !request.is404) return null;
    const allow = this.routes.methodsOf(pathOf(request.raw.url ?? ''));
    return allow.length === 0 ? null : methodNotAllowed({ extensions: { allow } });
  }

  #log(error: DomainError | OAuthError, request: FastifyRequest): void {
    const status = error instanceof OAuthError ? error.status : STATUS_OF_KIND[error.definition.kind];
    if (status < 500) return;
    const { method } = request.raw;
    const entry = {
      requestId: request.id,
      method,
      path: loggedPath(request.raw.url ?? ''),
      status,
      err: error.cause ?? error,
    };
    // If another system is down, that is not a defect of ours.
    if (status > 500) this.#logger.warn({ ...entry, message: error.message });
    else this.#logger.error({ ...entry, message: error.message });
  }
}
