import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { IsTextWithout } from './problem.decorator.js';

const LONGEST_DESCRIPTION = 1_000;
/**
 * Characters that a text may not have. A text of several lines needs a tab and line breaks, and some scripts need joiners.
 * Characters that change the writing direction show another text than the stored one. SQLite ends a compared text at the first
 * NUL.
 */
const IN_NO_TEXT = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/** One text, one form (Unicode NFC): texts that look the same are stored and compared as the same (contract §9, "Sizes"). */
export function NormalText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC') : value));
}

/** The purpose of something, in one or several lines: at most 1,000 characters. */
export function IsDescription(): PropertyDecorator {
  return applyDecorators(
    NormalText(),
    IsString(),
    MaxLength(LONGEST_DESCRIPTION),
    IsTextWithout('isPlainText', (text) =>
      IN_NO_TEXT.test(text) ? 'must have no control characters, those of direction included' : null,
    ),
  );
}
