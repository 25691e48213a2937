import { IsIn, MaxLength, ValidateIf } from 'class-validator';
import { IsName } from '../../shared/validation/name.decorator.js';
import { isClientId, isHeaderName, isPlainText, isScopeText, isTokenUrl, isUsername } from '../credential-formats.js';
import { CREDENTIAL_TYPES, type CredentialType } from '../credentials.types.js';
import { FieldOf, isGiven, IsSecretOfType, OptionalFieldOf } from '../field-of-type.decorator.js';

const LONGEST_SECRET = 8192;

/** What a new credential and a changed one have in common. */
export class CredentialFieldsRequest {
  /**
   * Unique in the site.
   * @example "Orders API"
   */
  @IsName()
  name: string;

  /**
   * How the upstream wants to be shown the secret: HTTP `basic`, a `bearer` token, a `header` or a parameter of the
   * `query` of its own, or `client_credentials`, which fetches bearer tokens from an OAuth server.
   * @example "basic"
   */
  @IsIn(CREDENTIAL_TYPES)
  type: CredentialType;

  /**
   * Of the type `basic`, which needs it.
   * @example "gatehouse"
   */
  @FieldOf('basic', isUsername)
  @MaxLength(200)
  username?: string | null;

  /**
   * The name of the header: of the type `header`, which needs it. `X-Api-Key`, say.
   * @example null
   */
  @FieldOf('header', isHeaderName)
  @MaxLength(100)
  header?: string | null;

  /**
   * The name of the parameter: of the type `query`, which needs it. `api_key`, say.
   * @example null
   */
  @FieldOf('query', isPlainText)
  @MaxLength(100)
  parameter?: string | null;

  /**
   * The token endpoint, with https: of the type `client_credentials`, which needs it.
   * @example null
   */
  @FieldOf('client_credentials', isTokenUrl)
  @MaxLength(2000)
  tokenUrl?: string | null;

  /**
   * Of the type `client_credentials`, which needs it.
   * @example null
   */
  @FieldOf('client_credentials', isClientId)
  @MaxLength(500)
  clientId?: string | null;

  /**
   * The scopes to ask for, with a space between them: of the type `client_credentials`.
   * @example null
   */
  @OptionalFieldOf('client_credentials', isScopeText)
  @MaxLength(1000)
  scope?: string | null;

  /**
   * The audience to ask for, if the token endpoint takes one: of the type `client_credentials`.
   * @example null
   */
  @OptionalFieldOf('client_credentials', isPlainText)
  @MaxLength(1000)
  audience?: string | null;
}

export class CreateCredentialRequest extends CredentialFieldsRequest {
  /**
   * The password, token, key or client secret. It is never answered.
   * @example "correct-horse-battery-staple"
   */
  @IsSecretOfType()
  @MaxLength(LONGEST_SECRET)
  secret: string;
}

export class ReplaceCredentialRequest extends CredentialFieldsRequest {
  /**
   * A new password, token, key or client secret. Left out: the one that is there stays; with another `type` or `tokenUrl`
   * it must be sent again.
   * @example "correct-horse-battery-staple"
   */
  @ValidateIf((request: ReplaceCredentialRequest) => isGiven(request.secret))
  @IsSecretOfType()
  @MaxLength(LONGEST_SECRET)
  secret?: string | null;
}
