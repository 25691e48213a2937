/** A longer head is not parsed, only searched. */
const LONGEST_HEAD = 64 * 1024;
const ENDS = ['\n\r\n', '\n\n'];
/** The apparent method of a client that begins with HTTP/2 without asking (RFC 9113 §3.4): its frames follow. */
const HTTP2 = 'PRI';

/** The parts of a request that its refusal depends on. Nothing in them is trusted. */
export interface RequestHead {
  readonly method: string;
  readonly path: string;
  /** Where the body begins. */
  readonly end: number;
  /** By name in lower case. Several headers of one name are joined, as in RFC 9110 §5.3. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The first head among the bytes, well formed or not, or null until the head has ended. The search for its end begins at `from`,
 * so that a client that sends byte by byte causes little work.
 */
export function requestHead(bytes: Buffer, from = 0): RequestHead | null {
  const ends = ENDS.map((end) => bytes.indexOf(end, from) + end.length).filter((at, i) => at >= (ENDS[i]?.length ?? 0));
  if (ends.length === 0) return null;
  const end = Math.min(...ends);
  const [line = '', ...lines] = bytes.toString('latin1', 0, Math.min(end, LONGEST_HEAD)).split('\n');
  const [method = '', target = ''] = line.trim().split(/\s+/);
  return { method, path: target.split(/[?#]/)[0] ?? '', end, headers: headersOf(lines) };
}

/** Whether the announced request has arrived in full, as far as one can tell without trusting it. */
export function isWhole({ method, end, headers }: RequestHead, bytes: Buffer): boolean {
  if (method === HTTP2) return false;
  // A client that asks first waits for the answer before it sends its body.
  if (headers['expect'] !== undefined) return true;
  if (headers['transfer-encoding'] !== undefined)
    return /\n\r?\n$/.test(bytes.toString('latin1', Math.max(end, bytes.length - 3)));
  return bytes.length - end >= (Number.parseInt(headers['content-length'] ?? '0', 10) || 0);
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const [name, value] = [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
