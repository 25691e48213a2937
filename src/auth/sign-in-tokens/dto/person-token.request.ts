import { IsString, MaxLength } from 'class-validator';

/** The most that oauth-form.ts accepts. */
const LONGEST = 10_000;

/** The form for people. */
export class PersonTokenRequest {
  /** @example "client_credentials" */
  grant_type: 'client_credentials';

  /**
   * The username or the email address.
   * @example "ann"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_id: string;

  /**
   * The password.
   * @example "correct horse battery staple"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_secret: string;
}
