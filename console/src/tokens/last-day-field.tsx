import { TextInput } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { text } from '../text/text';
import { lastDays, type ChosenExpiry, type Limits } from './expiry';

const { form: words } = text.tokens;

interface LastDayFieldProps {
  readonly limits: Limits;
  /** `register('date', lastDayRules(limits))`. */
  readonly field: UseFormRegisterReturn;
  readonly error: string | undefined;
}

export function LastDayField({ limits, field, error }: LastDayFieldProps) {
  const { first, last } = lastDays(limits);
  return (
    <TextInput type="date" label={words.date} w={200} min={first} max={last ?? undefined} error={error} {...field} />
  );
}

export function lastDayRules(limits: Limits) {
  return {
    validate: (date: string, { expiry }: { readonly expiry: ChosenExpiry['expiry'] | 'same' }) => {
      const { first, last } = lastDays(limits);
      if (expiry !== 'date') return true;
      if (date < first) return words.datePast;
      return last === null || date <= last || words.dateLate(last);
    },
  };
}
