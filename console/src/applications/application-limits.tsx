import { NativeSelect } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { useMe } from '../session/me';
import { text } from '../text/text';
import { OwnScopesField } from '../ui/scopes-field';
import { lifetimeChoices, usualLifetime } from './lifetime';
import type { Application } from './use-applications';

const { detail: words, form: fields } = text.applications;

export interface ApplicationForm {
  name: string;
  description: string;
  /** Null is all that the owner may do. */
  scopes: string[] | null;
  tokenFormat: Application['tokenFormat'];
  /** Seconds. */
  lifetime: string;
  liftsCeiling: boolean;
  liftsEnd: boolean;
}

export type Dirty = Readonly<Partial<Record<keyof ApplicationForm, unknown>>>;

/** What the forms call the fields of the API. */
export const APPLICATION_LABELS = { name: fields.name, scopes: words.may, tokenTtlSeconds: words.lifetime } as const;

interface ApplicationLimitsProps {
  readonly form: UseFormReturn<ApplicationForm>;
  /** Left out, it is a new one. */
  readonly application?: Application;
}

/** What an API key may do, and what its tokens are like. */
export function ApplicationLimits({ form, application }: ApplicationLimitsProps) {
  const { policy } = useMe().site;
  return (
    <>
      <OwnScopesField control={form.control} label={words.may} there={application?.scopes} />
      <NativeSelect
        label={words.format}
        data={Object.entries(words.formats).map(([value, label]) => ({ value, label }))}
        {...form.register('tokenFormat')}
      />
      <NativeSelect
        label={words.lifetime}
        description={application === undefined ? undefined : words.lifetimeHint}
        data={lifetimeChoices(policy, application?.tokenTtlSeconds ?? usualLifetime(policy))}
        {...form.register('lifetime')}
      />
    </>
  );
}

/** Those that were changed: what is left out is as usual in a new API key, and as it was in another. */
export function limitsOf({ scopes, tokenFormat, lifetime }: ApplicationForm, dirty: Dirty) {
  return {
    ...(dirty.scopes === undefined ? {} : { scopes }),
    ...(dirty.tokenFormat === undefined ? {} : { tokenFormat }),
    ...(dirty.lifetime === undefined ? {} : { tokenTtlSeconds: Number(lifetime) }),
  };
}
