import { OmitType, PartialType } from '@nestjs/swagger';
import { RegisterApplicationRequest } from './register-application.request.js';

/** What is left out stays. `scopes: null` lifts the scope ceiling, which only a credential without bounds can do. */
export class UpdateApplicationRequest extends PartialType(
  OmitType(RegisterApplicationRequest, ['issueToken'] as const),
  { skipNullProperties: false }, // null is a value here, of scopes alone
) {}
