import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { answerOf, api } from '../../api/client';
import { useScopes, type Scope } from '../../api/scopes';
import { useChange } from '../../api/use-change';
import { ifUnchanged } from '../../api/versions';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { ScopeTree } from '../../ui/scope-tree';
import { useKept } from '../../ui/use-kept';
import { ROLES, type EditedRole, type Role } from './use-roles';

const { form: words } = text.admin.roles;
const ROLE_NAME = /^ROLE_[A-Z0-9_]{1,55}$/;

interface RoleForm {
  name: string;
  description: string;
  known: string[];
  /** Scopes that no role of the site has yet, one in a line. */
  own: string;
}

interface RoleDialogProps {
  /** Null is none: the dialog is closed. */
  readonly role: EditedRole | 'new' | null;
  readonly onLoadNewest: (name: string) => void;
  readonly onClose: () => void;
}

function formOf(role: Role | 'new' | null): RoleForm {
  if (role === null || role === 'new') return { name: 'ROLE_', description: '', known: [], own: '' };
  return { name: role.name, description: role.description, known: role.scopes, own: '' };
}

function scopesOf({ known, own }: RoleForm): string[] {
  return [...new Set([...known, ...own.split(/[\s,]+/).filter((scope) => scope !== '')])];
}

export function RoleDialog({ role, onLoadNewest, onClose }: RoleDialogProps) {
  const queries = useQueryClient();
  const { data: scopes = [] } = useScopes();
  const shown = useKept(role);
  const form = useForm<RoleForm>({ defaultValues: formOf(null) });
  const { reset } = form;
  const save = useChange({
    mutationFn: (filled: RoleForm) => saveRole(role, filled),
    onSuccess: async () => {
      notifyDone(text.saved);
      onClose();
      await Promise.all([ROLES, ['scopes'], ['me']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const forget = save.reset;
  useEffect(() => {
    if (role === null) return;
    reset(formOf(role));
    forget();
  }, [role, reset, forget]);
  const isNew = shown === 'new' || shown === null;
  return (
    <FormDialog
      title={isNew ? words.createTitle : words.editTitle(shown.name)}
      submit={text.save}
      opened={role !== null}
      isRunning={save.isPending}
      isUnchanged={!isNew && !form.formState.isDirty}
      error={save.error}
      labels={{ name: words.name, description: words.description, scopes: words.own }}
      size="lg"
      onLoadNewest={() => {
        onLoadNewest(form.getValues('name'));
      }}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      {isNew && (
        <TextInput
          label={words.name}
          description={words.nameHint}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={form.formState.errors.name?.message}
          {...form.register('name', { pattern: { value: ROLE_NAME, message: words.nameWrong } })}
        />
      )}
      <TextInput label={words.description} {...form.register('description')} />
      <Controller
        name="known"
        control={form.control}
        rules={{ validate: (_, filled) => scopesOf(filled).length > 0 || words.none }}
        render={({ field, fieldState }) => (
          <ScopeTree
            ref={field.ref}
            label={words.known}
            scopes={offered(scopes, field.value)}
            chosen={field.value}
            error={fieldState.error?.message}
            onChange={field.onChange}
          />
        )}
      />
      <Textarea label={words.own} description={words.ownHint} autosize minRows={2} {...form.register('own')} />
    </FormDialog>
  );
}

/** Those one holds, since nobody gives what they lack; and those that the role has already. */
function offered(scopes: readonly Scope[], chosen: readonly string[]): Scope[] {
  return scopes.filter(({ scope, held }) => held || chosen.includes(scope));
}

function saveRole(role: EditedRole | 'new' | null, filled: RoleForm): Promise<Role> {
  const { name, description } = filled;
  const body = { description, scopes: scopesOf(filled) };
  if (role === null || role === 'new') return answerOf(api.POST('/admin/roles', { body: { name, ...body } }));
  return answerOf(api.PUT('/admin/roles/{name}', { params: { path: { name }, header: ifUnchanged(role) }, body }));
}
