import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { EdgeProxy } from './edge-proxy.js';

export interface EdgeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface EdgeRequest {
  readonly method?: string;
  readonly path?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  /** The loopback address that the client has. */
  readonly from?: string;
}

const LONGEST_MILLISECONDS = 30_000;

/** A client of the API behind the proxy. It sends each header as it is told to, on a connection of its own. */
export function callEdge(edge: EdgeProxy, call: EdgeRequest = {}): Promise<EdgeAnswer> {
  const { method = 'GET', path = '/orders/17', token, headers = {}, body = '', from = '127.0.0.1' } = call;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: edge.port,
      servername: 'localhost',
      ca: edge.certificate,
      localAddress: from,
      agent: false,
      timeout: LONGEST_MILLISECONDS,
      method,
      path,
      headers: {
        host: `localhost:${edge.port}`,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === '' || 'transfer-encoding' in headers ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value as string | string[]])),
      },
    };
    const sent = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error('the proxy did not answer')));
    sent.end(body);
  });
}
