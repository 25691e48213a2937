import { IsString, Length, MaxLength } from 'class-validator';
import { LONGEST_TYPED_PASSWORD } from '../../../shared/crypto/password-strength.js';

export class ChangePasswordRequest {
  /** @example "correct horse battery staple" */
  @IsString()
  @Length(1, LONGEST_TYPED_PASSWORD)
  currentPassword: string;

  /**
   * 12 to 256 characters. It must be neither your name nor one of the most commonly guessed passwords.
   * @example "a new horse for an old battery"
   */
  @IsString()
  @MaxLength(LONGEST_TYPED_PASSWORD)
  newPassword: string;
}

export class ConfirmRequest {
  /**
   * The password that you sign in with.
   * @example "correct horse battery staple"
   */
  @IsString()
  @Length(1, LONGEST_TYPED_PASSWORD)
  password: string;
}

export class AcceptInvitationRequest {
  /**
   * The link, or the part of it after the `#`.
   * @example "gth_sec_…"
   */
  @IsString()
  @Length(1, 512)
  invitation: string;

  /**
   * 12 to 256 characters. It must be neither your name nor one of the most commonly guessed passwords.
   * @example "correct horse battery staple"
   */
  @IsString()
  @MaxLength(LONGEST_TYPED_PASSWORD)
  password: string;
}

export class AcceptedInvitationResponse {
  /**
   * The name to sign in with.
   * @example "ann"
   */
  username: string;
}
