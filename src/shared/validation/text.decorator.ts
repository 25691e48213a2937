import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { cutText } from './cut-text.js';
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

/**
 * At most so many characters, counted as code points: as a column of MySQL counts them. MaxLength, which the OpenAPI document
 * reads, does not count variation selectors.
 */
export function AtMostCharacters(most: number): PropertyDecorator {
  const problem = `must have at most ${most} characters`;
  return applyDecorators(
    MaxLength(most),
    IsTextWithout('hasRoom', (text) => (cutText(text, most) === text ? null : problem)),
  );
}

/** A text of somebody else's as a description: without what a description may not have, and cut. */
export function descriptionFrom(text: string): string {
  const allowed = Array.from(text).filter((character) => !IN_NO_TEXT.test(character));
  return cutText(allowed.join('').normalize('NFC'), LONGEST_DESCRIPTION);
}

/** The purpose of something, in one or several lines: at most 1,000 characters. */
export function IsDescription(): PropertyDecorator {
  return applyDecorators(
    NormalText(),
    IsString(),
    AtMostCharacters(LONGEST_DESCRIPTION),
    IsTextWithout('isPlainText', (text) =>
      IN_NO_TEXT.test(text) ? 'must have no control characters, those of direction included' : null,
    ),
  );
}
