import type { Schemas } from '../../api/client';
import { originOf, originsIn } from '../origins';
import type { Credential } from '../use-upstreams';

export type CredentialType = Credential['type'];

export const TYPES = ['basic', 'bearer', 'header', 'query', 'client_credentials'] as const satisfies CredentialType[];

/** What each kind has besides its secret. */
export const FIELDS_OF = {
  basic: ['username'],
  bearer: [],
  header: ['header'],
  query: ['parameter'],
  client_credentials: ['tokenUrl', 'clientId', 'scope', 'audience'],
} as const;

export type CredentialField = (typeof FIELDS_OF)[CredentialType][number];
const OPTIONAL: readonly CredentialField[] = ['scope', 'audience'];

export interface CredentialForm extends Record<CredentialField, string> {
  name: string;
  type: CredentialType;
  /** Empty keeps the one that is there. */
  secret: string;
  /** One a line. */
  origins: string;
}

export function isOptional(field: CredentialField): boolean {
  return OPTIONAL.includes(field);
}

export function formOf(credential: Credential | null): CredentialForm {
  return {
    name: credential?.name ?? '',
    type: credential?.type ?? 'basic',
    username: credential?.username ?? '',
    header: credential?.header ?? '',
    parameter: credential?.parameter ?? '',
    tokenUrl: credential?.tokenUrl ?? '',
    clientId: credential?.clientId ?? '',
    scope: credential?.scope ?? '',
    audience: credential?.audience ?? '',
    secret: '',
    origins: (credential?.origins ?? []).join('\n'),
  };
}

/** Whether the secret must be given: of a new credential, and when it would be sent elsewhere than before. */
export function needsSecret(credential: Credential | null, { type, tokenUrl, origins }: CredentialForm): boolean {
  if (credential?.type !== type) return true;
  if (originsIn(origins).some((origin) => !credential.origins.includes(originOf(origin)))) return true;
  return type === 'client_credentials' && tokenUrl.trim() !== credential.tokenUrl;
}

/** Of the fields those of the kind alone: the API refuses any other. */
export function fieldsOf(form: CredentialForm): Omit<Schemas['ReplaceCredentialRequest'], 'secret'> {
  const fields = FIELDS_OF[form.type].map((field) => [field, given(form[field])] as const);
  return {
    name: form.name.trim(),
    type: form.type,
    origins: originsIn(form.origins),
    ...Object.fromEntries(fields),
  };
}

function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
