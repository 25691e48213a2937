/** An error as it is sent, whatever produced it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The headers that an error can have. A header that is left out is not sent. */
export interface AnswerHeaders {
  readonly 'www-authenticate'?: string | undefined;
  readonly 'retry-after'?: string | undefined;
  readonly allow?: string | undefined;
}

export function jsonAnswer(status: number, contentType: string, body: unknown, headers: AnswerHeaders = {}): Answer {
  const sent: Record<string, string> = { 'content-type': contentType, 'cache-control': 'no-store' };
  for (const [name, value] of Object.entries(headers) as [string, string | undefined][])
    if (value !== undefined) sent[name] = value;
  return { status, headers: sent, body: JSON.stringify(body) };
}

export function retryAfter(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : String(Math.max(1, Math.ceil(seconds)));
}
