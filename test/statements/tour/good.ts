import type { ApiAnswer } from '../../support/api-client.js';

/** The answer to a call that goes well: any other would be a tour that has lost its way. */
export async function good(call: Promise<ApiAnswer>): Promise<ApiAnswer> {
  const answer = await call;
  if (answer.status >= 400) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
