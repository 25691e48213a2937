import { IsString, Length, MaxLength } from 'class-validator';
import { IsTypedPassword } from '../../../shared/validation/password.decorator.js';

/** Longer than any password. The password rules say what is wrong with one that they refuse. */
const LONGEST_TEXT = 1_024;

export class ChangePasswordRequest {
  /** @example "correct horse battery staple" */
  @IsTypedPassword()
  currentPassword: string;

  /**
   * 12 to 256 characters. It must be neither your name nor one of the most commonly guessed passwords.
   * @example "a new horse for an old battery"
   */
  @IsString()
  @MaxLength(LONGEST_TEXT)
  newPassword: string;
}

export class ConfirmRequest {
  /**
   * The password that you sign in with.
   * @example "correct horse battery staple"
   */
  @IsTypedPassword()
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
  @MaxLength(LONGEST_TEXT)
  password: string;
}

export class AcceptedInvitationResponse {
  /**
   * The name to sign in with.
   * @example "ann"
   */
  username: string;
}
