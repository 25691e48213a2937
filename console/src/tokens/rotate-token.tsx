import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { useMe } from '../session/me';
import { text } from '../text/text';
import { FormDialog } from '../ui/form-dialog';
import { OnceShown } from '../ui/once-shown';
import { useKept } from '../ui/use-kept';
import { expiresAt, expiryChoices, limitInWords, takes, usualExpiry, type Expiry, type Limits } from './expiry';
import { LastDayField, lastDayRules } from './last-day-field';
import { TOKEN_LABELS } from './new-token';
import type { Token } from './token-cells';
import { SITE_TOKENS, TOKENS } from './use-tokens';

const { rotation: words, created, form: fields } = text.tokens;
const GRACES = Object.entries(words.graces).map(([value, label]) => ({ value, label }));

interface Rotation {
  /** Seconds. */
  grace: string;
  expiry: Expiry | 'same';
  /** A day of the viewer's calendar, when the expiry is a date. */
  date: string;
  liftsCeiling: boolean;
}

/** The expiry stays, where the site still takes it. */
function rotationOf(token: Token, limits: Limits): Rotation {
  const expiry = takes(limits, token.expiresAt) ? 'same' : usualExpiry(limits);
  return { grace: '0', expiry, date: '', liftsCeiling: false };
}

interface RotateTokenProps {
  /** Null is no token: the dialog is closed. */
  readonly token: Token | null;
  readonly onClose: () => void;
  /** One's own, or, of an administrator, one of a service account. */
  readonly path?: '/tokens/{id}/rotate' | '/admin/tokens/{id}/rotate';
}

export function RotateToken({ token, onClose, path = '/tokens/{id}/rotate' }: RotateTokenProps) {
  const queries = useQueryClient();
  const [value, setValue] = useState<string | null>(null);
  const { policy: limits } = useMe().site;
  const shown = useKept(token);
  const form = useForm<Rotation>({ defaultValues: { grace: '0', expiry: 'same', date: '', liftsCeiling: false } });
  const rotate = useChange({
    // what was chosen, not the time that it comes to: two clicks are the same change
    mutationFn: ({ rotated, rotation }: { rotated: Token; rotation: Rotation }) => {
      const body = requestOf(rotated, rotation, limits);
      return answerOf(api.POST(path, { params: { path: { id: rotated.id } }, body }));
    },
    onSuccess: (issued) => {
      setValue(issued.token);
      onClose();
    },
    // also after a failure: it may be over by now, and the list is to show so
    onSettled: () => Promise.all([TOKENS, SITE_TOKENS].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const isOwn = path === '/tokens/{id}/rotate';
  const liftsCeiling = useWatch({ control: form.control, name: 'liftsCeiling' });
  const expiry = useWatch({ control: form.control, name: 'expiry' });
  const { reset } = form;
  const forget = rotate.reset;
  useEffect(() => {
    if (token === null) return;
    reset(rotationOf(token, limits));
    forget();
  }, [token, limits, reset, forget]);
  return (
    <>
      <FormDialog
        opened={token !== null}
        title={words.title(shown?.name ?? '')}
        submit={words.submit}
        isRunning={rotate.isPending}
        error={rotate.error}
        labels={TOKEN_LABELS}
        onSubmit={form.handleSubmit((rotation) => {
          if (token !== null) rotate.mutate({ rotated: token, rotation });
        })}
        onClose={onClose}
      >
        <Text size="sm">{words.hint}</Text>
        {shown?.transferred != null && (
          <Text size="sm">{isOwn ? text.tokens.callsOnly : text.tokens.callsOnlyOfOthers}</Text>
        )}
        {/* the limit is lifted without a grace: the old value would gain by it too */}
        {!liftsCeiling && <NativeSelect label={words.grace} data={GRACES} data-autofocus {...form.register('grace')} />}
        <NativeSelect
          label={fields.expiry}
          data={[
            ...(takes(limits, shown?.expiresAt ?? null) ? [{ value: 'same', label: words.sameExpiry }] : []),
            ...expiryChoices(limits),
          ]}
          description={limitInWords(limits)}
          {...form.register('expiry')}
        />
        {expiry === 'date' && (
          <LastDayField
            limits={limits}
            field={form.register('date', lastDayRules(limits))}
            error={form.formState.errors.date?.message}
          />
        )}
        {shown?.ceiling != null && isOwn && (
          <Checkbox label={words.liftCeiling} description={words.liftCeilingHint} {...form.register('liftsCeiling')} />
        )}
      </FormDialog>
      <OnceShown
        title={words.done}
        secrets={value === null ? null : [{ label: created.label, value, variable: created.variable }]}
        onClose={() => {
          setValue(null);
        }}
      />
    </>
  );
}

/** Naming its scopes, the same ones, is what lifts the ceiling of an inherited token. */
function requestOf(
  { scopes }: Token,
  { grace, expiry, date, liftsCeiling }: Rotation,
  limits: Limits,
): Schemas['RotateTokenRequest'] {
  return {
    graceSeconds: liftsCeiling ? 0 : Number(grace),
    ...(expiry === 'same' ? {} : { expiresAt: expiresAt({ expiry, date }, limits) }),
    ...(liftsCeiling ? { scopes } : {}),
  };
}
