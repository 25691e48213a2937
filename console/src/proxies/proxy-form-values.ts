import type { Schemas } from '../api/client';
import type { ProxyDefinition } from './use-proxies';

const MILLISECONDS = 1000;
const MEBIBYTE = 1024 * 1024;

/** A proxy as it is typed. */
export interface ProxyForm {
  name: string;
  description: string;
  path: string;
  connectionId: string;
  routes: RuleForm[];
  stripPrefix: boolean;
  timeoutSeconds: string;
  bodyLimitMebibytes: string;
  /** Empty is no limit. */
  perMinute: string;
  addedHeaders: { name: string; value: string }[];
  /** One in a line. */
  removedHeaders: string;
}

export interface RuleForm {
  methods: string[];
  path: string;
  scopes: string[];
}

export const NEW_RULE: RuleForm = { methods: ['GET'], path: '/', scopes: [] };

export const NEW_PROXY: ProxyForm = {
  name: '',
  description: '',
  path: '',
  connectionId: '',
  routes: [],
  stripPrefix: true,
  timeoutSeconds: '30',
  bodyLimitMebibytes: '10',
  perMinute: '',
  addedHeaders: [],
  removedHeaders: '',
};

export function formOf(definition: ProxyDefinition): ProxyForm {
  const { name, description, path, connectionId, routes, stripPrefix, headers, rateLimit } = definition;
  return {
    name,
    description: description ?? '',
    path,
    connectionId,
    routes: routes.map((route) => ({ methods: [...route.methods], path: route.path, scopes: [...route.scopes] })),
    stripPrefix,
    timeoutSeconds: String(definition.timeoutMs / MILLISECONDS),
    bodyLimitMebibytes: String(definition.bodyLimitBytes / MEBIBYTE),
    perMinute: rateLimit === null ? '' : String(rateLimit.perMinute),
    addedHeaders: Object.entries(headers.add).map(([header, value]) => ({ name: header, value })),
    removedHeaders: headers.remove.join('\n'),
  };
}

export function requestOf(form: ProxyForm): Schemas['ProxyRequest'] {
  const description = form.description.trim();
  return {
    name: form.name.trim(),
    description: description === '' ? null : description,
    path: form.path.trim(),
    connectionId: form.connectionId,
    routes: form.routes.map(({ methods, path, scopes }) => ({ methods, path: path.trim(), scopes })),
    stripPrefix: form.stripPrefix,
    timeoutMs: Math.round(Number(form.timeoutSeconds) * MILLISECONDS),
    bodyLimitBytes: Math.round(Number(form.bodyLimitMebibytes) * MEBIBYTE),
    headers: {
      add: Object.fromEntries(form.addedHeaders.map(({ name, value }) => [name.trim(), value.trim()])),
      remove: form.removedHeaders.split(/[\s,]+/).filter((name) => name !== ''),
    },
    rateLimit: form.perMinute.trim() === '' ? null : { perMinute: Number(form.perMinute) },
  };
}

/** The field of the form that a field of the API is typed into, for what the service says about it. */
const FIELDS: Readonly<Record<string, keyof ProxyForm>> = {
  timeoutMs: 'timeoutSeconds',
  bodyLimitBytes: 'bodyLimitMebibytes',
  'rateLimit.perMinute': 'perMinute',
  'headers.remove': 'removedHeaders',
};
const SAME = /^(?:name|description|path|connectionId|routes\.\d+\.(?:path|methods|scopes))$/;

export type ProxyField = keyof ProxyForm | `routes.${number}.${keyof RuleForm}`;

/** Null when it has no field of its own. */
export function fieldOf(path: string): ProxyField | null {
  return FIELDS[path] ?? (SAME.test(path) ? (path as ProxyField) : null);
}
