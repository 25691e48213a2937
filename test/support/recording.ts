import type { TestApp } from './test-app.js';

export interface RecordedAnswer {
  readonly what: string;
  readonly status: number;
  /** Headers and body, as they came. */
  readonly text: string;
}

export interface Recording {
  /** The app, every answer of which is kept. */
  readonly app: TestApp;
  readonly answers: RecordedAnswer[];
}

/** Puts a tape between a test and the service. */
export function recorded(app: TestApp): Recording {
  const answers: RecordedAnswer[] = [];
  const fetch: TestApp['fetch'] = async (pathOrUrl, init = {}) => {
    const response = await app.fetch(pathOrUrl, init);
    const body = await response.clone().text();
    const what = `${init.method ?? 'GET'} ${pathOrUrl}`;
    answers.push({ what, status: response.status, text: `${JSON.stringify([...response.headers])}\n${body}` });
    return response;
  };
  return { app: { ...app, fetch }, answers };
}
