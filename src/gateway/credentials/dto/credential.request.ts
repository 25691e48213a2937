import { IsIn, MaxLength, ValidateIf } from 'class-validator';
import { IsName } from '../../../shared/validation/name.decorator.js';
import {
  isClientId,
  isHeaderName,
  isPlainText,
  isScopeText,
  isTokenUrl,
  isUsername,
} from '../administration/credential-formats.js';
import { CREDENTIAL_TYPES, type CredentialType } from '../credentials.types.js';
import { IsOriginList } from '../administration/origins.js';
import { FieldOf, isGiven, IsSecretOfType, OptionalFieldOf } from '../field-of-type.decorator.js';

const LONGEST_SECRET = 8192;

/** The fields that creating and changing a credential have in common. */
export class CredentialFieldsRequest {
  /**
   * Unique in the site.
   * @example "Orders API"
   */
  @IsName()
  name: string;

  /**
   * How to show the secret to the upstream: as HTTP `basic`, as a `bearer` token, in a `header` or `query` parameter that the
   * upstream defines, or by `client_credentials`, which fetches bearer tokens from an OAuth server.
   * @example "basic"
   */
  @IsIn(CREDENTIAL_TYPES)
  type: CredentialType;

  /**
   * Required for the type `basic`, and only for it.
   * @example "gatehouse"
   */
  @FieldOf('basic', isUsername)
  @MaxLength(200)
  username?: string | null;

  /**
   * The name of the header, for example `X-Api-Key`. Required for the type `header`, and only for it.
   * @example null
   */
  @FieldOf('header', isHeaderName)
  @MaxLength(100)
  header?: string | null;

  /**
   * The name of the parameter, for example `api_key`. Required for the type `query`, and only for it.
   * @example null
   */
  @FieldOf('query', isPlainText)
  @MaxLength(100)
  parameter?: string | null;

  /**
   * The token endpoint, with https. Required for the type `client_credentials`, and only for it.
   * @example null
   */
  @FieldOf('client_credentials', isTokenUrl)
  @MaxLength(2000)
  tokenUrl?: string | null;

  /**
   * Required for the type `client_credentials`, and only for it.
   * @example null
   */
  @FieldOf('client_credentials', isClientId)
  @MaxLength(500)
  clientId?: string | null;

  /**
   * The scopes to ask for, separated by spaces. Only for the type `client_credentials`.
   * @example null
   */
  @OptionalFieldOf('client_credentials', isScopeText)
  @MaxLength(1000)
  scope?: string | null;

  /**
   * The audience to ask for, if the token endpoint takes one. Only for the type `client_credentials`.
   * @example null
   */
  @OptionalFieldOf('client_credentials', isPlainText)
  @MaxLength(1000)
  audience?: string | null;

  /**
   * The only places that the credential may be sent to, each as scheme, host and port. The origin of `tokenUrl` is always one of
   * them. If left out for a new credential, the first connection that you make with it within an hour sets them. If left out in a
   * change, they stay. To add an origin, send the secret again.
   * @example ["https://orders.example.com"]
   */
  @IsOriginList()
  origins?: string[] | null;
}

export class CreateCredentialRequest extends CredentialFieldsRequest {
  /**
   * The password, token, key or client secret, at least 8 characters long. No answer ever contains it.
   * @example "correct-horse-battery-staple"
   */
  @IsSecretOfType()
  @MaxLength(LONGEST_SECRET)
  secret: string;
}

export class ReplaceCredentialRequest extends CredentialFieldsRequest {
  /**
   * A new password, token, key or client secret. If left out, the current one stays. A different `type` or `tokenUrl`, or a new
   * origin, needs the secret again.
   * @example "correct-horse-battery-staple"
   */
  @ValidateIf((request: ReplaceCredentialRequest) => isGiven(request.secret))
  @IsSecretOfType()
  @MaxLength(LONGEST_SECRET)
  secret?: string | null;
}
