import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Order {
  readonly id: number;
  readonly item: string;
  /** The user who ordered, as the gateway reports; the API itself knows no tokens. */
  readonly by: string;
}

export interface OrdersApi {
  readonly url: string;
  stop(): Promise<void>;
}

const LONGEST_BODY = 10_000;

/** The upstream of the demo: GET /orders, GET /orders/{id}, POST /orders `{item}`. It trusts every caller that reaches it. */
export async function startOrdersApi(): Promise<OrdersApi> {
  const orders: Order[] = [
    { id: 1, item: 'Paper', by: 'mia' },
    { id: 2, item: 'Pencils', by: 'dan' },
  ];
  const server = createServer((request, response) => {
    serve(orders, request, response).catch((error: unknown) => {
      answer(response, 500, { error: String(error) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(orders: Order[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, id = ''] = /^\/orders(?:\/(\d+))?$/.exec(request.url ?? '') ?? [undefined, null];
  if (id === null) {
    answer(response, 404, { error: 'no such path' });
  } else if (request.method === 'GET' && id === '') {
    answer(response, 200, { orders });
  } else if (request.method === 'GET') {
    const order = orders.find((each) => String(each.id) === id);
    answer(response, order === undefined ? 404 : 200, order ?? { error: 'no such order' });
  } else if (request.method === 'POST' && id === '') {
    const item = itemOf(await bodyOf(request));
    if (item === null) {
      answer(response, 400, { error: 'send {"item": "…"}' });
      return;
    }
    const order = { id: orders.length + 1, item, by: String(request.headers['x-auth-username'] ?? '') };
    orders.push(order);
    answer(response, 201, order);
  } else {
    answer(response, 405, { error: 'GET or POST' });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LONGEST_BODY) throw new Error('the body is too long');
  }
  return body;
}

function itemOf(body: string): string | null {
  try {
    const { item } = JSON.parse(body) as { item?: unknown };
    return typeof item === 'string' && item !== '' ? item : null;
  } catch {
    return null; // not JSON: the answer tells the caller what to send
  }
}
