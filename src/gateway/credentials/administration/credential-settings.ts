import { normalizedUrl } from '../../../shared/validation/upstream-url.js';
import type { CredentialSettings, CredentialType } from '../credentials.types.js';

type Field = string | null | undefined;

/** The fields of a request, already validated for its type. */
export interface CredentialFields {
  readonly type: CredentialType;
  readonly username?: Field;
  readonly header?: Field;
  readonly parameter?: Field;
  readonly tokenUrl?: Field;
  readonly clientId?: Field;
  readonly scope?: Field;
  readonly audience?: Field;
}

export function settingsOf(fields: CredentialFields): CredentialSettings {
  const { type } = fields;
  switch (type) {
    case 'basic':
      return { type, username: validated(fields.username) };
    case 'bearer':
      return { type };
    case 'header':
      return { type, header: validated(fields.header) };
    case 'query':
      return { type, parameter: validated(fields.parameter) };
    case 'client_credentials': {
      const { scope = null, audience = null } = fields;
      const tokenUrl = normalizedUrl(validated(fields.tokenUrl));
      return { type, tokenUrl, clientId: validated(fields.clientId), scope, audience };
    }
  }
}

/** Whether a secret that was given for one also goes to the same place with the other, so that it is not moved unnoticed. */
export function goesToTheSamePlace(one: CredentialSettings, other: CredentialSettings): boolean {
  if (one.type !== 'client_credentials' || other.type !== 'client_credentials') return one.type === other.type;
  return one.tokenUrl === other.tokenUrl;
}

function validated(field: Field): string {
  if (typeof field !== 'string') throw new Error('a credential lacks a field that its type needs');
  return field;
}
