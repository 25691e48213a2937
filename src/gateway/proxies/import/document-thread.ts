import { Worker } from 'node:worker_threads';
import { invalidRequest, validationFailed } from '../../../shared/errors/general.errors.js';
import type { FromWorker, ToWorker } from './document-worker.js';
import type { ImportedApi, ImportOptions } from './openapi-import.js';

/** Of each step, after the body has arrived. */
const TIME_LIMIT_MS = 20_000;
const MOST_MEBIBYTES = 512;

/** From the sources, as in tests, a thread needs the loader that runs TypeScript. */
const IS_SOURCE = import.meta.url.endsWith('.ts');
const LOADER = new URL('../../../../scripts/typescript.mjs', import.meta.url).href;
const WORKER = new URL(IS_SOURCE ? './document-worker.ts' : './document-worker.js', import.meta.url);

/** One document that is read, and made into a proposal, beside everything else that the service does. */
export class DocumentThread {
  readonly #worker = new Worker(WORKER, {
    execArgv: IS_SOURCE ? ['--import', LOADER] : [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEBIBYTES },
  });

  #failure: Error | null = null;
  #settle: (outcome: FromWorker | Error) => void = () => undefined;

  constructor(private readonly timeLimitMs = TIME_LIMIT_MS) {
    this.#worker.unref();
    this.#worker.on('message', (answer: FromWorker) => {
      this.#settle(answer);
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? documentRefused('takes too much memory to read') : error);
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('the thread that reads a document has ended'));
    });
  }

  add(chunk: Uint8Array): void {
    const copy = Uint8Array.from(chunk);
    this.#worker.postMessage({ chunk: copy } satisfies ToWorker, [copy.buffer]);
  }

  /** The fields of the body as JSON, once it is complete. @throws invalidRequest, validationFailed */
  async fields(): Promise<string> {
    const answer = await this.#ask({ end: true });
    if ('fields' in answer) return answer.fields;
    throw refusalOf(answer);
  }

  /** @throws validationFailed */
  async propose(options: ImportOptions): Promise<ImportedApi> {
    const answer = await this.#ask({ options });
    if ('imported' in answer) return answer.imported;
    throw refusalOf(answer);
  }

  close(): void {
    void this.#worker.terminate();
  }

  /** One question at a time. */
  #ask(message: ToWorker): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#settle(documentRefused('takes too long to read'));
      }, this.timeLimitMs);
      this.#settle = (outcome) => {
        clearTimeout(timer);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      if (this.#failure !== null) this.#settle(this.#failure);
      else this.#worker.postMessage(message);
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle(this.#failure);
  }
}

function refusalOf(answer: FromWorker): Error {
  if ('refusedBody' in answer) return invalidRequest({ detail: answer.refusedBody });
  return 'refusedDocument' in answer
    ? documentRefused(answer.refusedDocument)
    : new Error('an answer to another question');
}

export function documentRefused(message: string) {
  return validationFailed({ errors: [{ path: 'document', message }] });
}
