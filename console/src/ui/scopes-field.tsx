import { Input } from '@mantine/core';
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form';
import { choosable, type Scope, useScopes } from '../api/scopes';
import { text } from '../text/text';
import { Loaded } from './loaded';
import { ReachChoice } from './reach-choice';

const { form: words } = text.tokens;

interface ReachForm extends FieldValues {
  /** Null is all that the owner may do. */
  scopes: string[] | null;
}

interface ScopesFieldProps<Form extends ReachForm> {
  readonly control: Control<Form>;
  readonly label: string;
  /** What it can be narrowed to. */
  readonly scopes: readonly Scope[];
  /** How not narrowing it is called. */
  readonly everything: string;
}

/** The field `scopes` of a form: all, or some and then at least one. */
export function ScopesField<Form extends ReachForm>({ control, ...shown }: ScopesFieldProps<Form>) {
  return (
    <Controller
      name={'scopes' as Path<Form>}
      control={control}
      rules={{ validate: (chosen: ReachForm['scopes']) => chosen?.length !== 0 || words.noneChosen }}
      render={({ field, fieldState }) => (
        <ReachChoice
          {...shown}
          ref={field.ref}
          value={field.value}
          error={fieldState.error?.message}
          onChange={field.onChange}
        />
      )}
    />
  );
}

interface OwnScopesFieldProps<Form extends ReachForm> extends Pick<ScopesFieldProps<Form>, 'control' | 'label'> {
  /** What it is narrowed to already. */
  readonly there: readonly string[] | null | undefined;
}

/** Of one's own scopes, in a dialog. */
export function OwnScopesField<Form extends ReachForm>({ control, label, there }: OwnScopesFieldProps<Form>) {
  const scopes = useScopes();
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Loaded query={scopes}>
        {(all) => (
          <ScopesField control={control} label={label} scopes={choosable(all, there)} everything={words.mayAll} />
        )}
      </Loaded>
    </Input.Wrapper>
  );
}
