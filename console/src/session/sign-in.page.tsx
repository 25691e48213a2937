import { Alert, Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ProblemAlert } from '../ui/problem-alert';
import { Entrance } from './entrance';
import { ME, type Me } from './me';
import { nextPage } from './next-page';

const { signIn } = text.session;

export function SignInPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { message?: string } | null };
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Schemas['LoginRequest']>({
    defaultValues: { username: '', password: '' },
  });
  const login = useChange({
    mutationFn: (body: Schemas['LoginRequest']) => answerOf(api.POST('/auth/login', { body })),
    onSuccess: async (me) => {
      queries.clear(); // nothing of whoever was here before
      queries.setQueryData(ME, me);
      await navigate(nextPage(search), { replace: true });
    },
    onError: () => {
      resetField('password');
      setFocus('password');
    },
  });
  if (!login.isSuccess && queries.getQueryData<Me | null>(ME)) return <Navigate to={nextPage(search)} replace />;
  const { errors } = formState;
  return (
    <Entrance title={signIn.title} subtitle={signIn.subtitle}>
      {state?.message !== undefined && <Alert color="green">{state.message}</Alert>}
      {search.has('next') && !login.isError && <Alert color="blue">{signIn.next}</Alert>}
      <ProblemAlert error={login.error} />
      <form
        noValidate
        onSubmit={(event) => {
          void handleSubmit((body) => {
            login.mutate(body);
          })(event);
        }}
      >
        <TextInput
          label={signIn.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={errors.username?.message}
          {...register('username', { required: text.required })}
        />
        <PasswordInput
          mt="md"
          label={signIn.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...register('password', { required: text.required })}
        />
        <Button type="submit" fullWidth mt="xl" loading={login.isPending}>
          {signIn.submit}
        </Button>
      </form>
      <Text size="xs" c="dimmed" ta="center">
        {signIn.forgotten}
      </Text>
    </Entrance>
  );
}
