import { Alert, Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { hasCode } from '../../api/problem';
import { NotFound } from '../../ui/not-found';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { isNobody, useUser, type User } from '../users/use-users';
import { ReceiverChoice } from './receiver-choice';
import { RemovalDone } from './removal-done';
import { RemovalPreview } from './removal-preview';
import { useRemoval, useRemovalPreview, type Plan, type Preview } from './use-removal';

const { removal: words } = text.admin;

export function RemovalPage() {
  const { id = '' } = useParams();
  const [user, setUser] = useState<User | null>(null);
  const query = useUser(id);
  // the user is gone at the end, and the page still speaks of them
  if (user === null && query.data !== undefined) setUser(query.data);
  if (user === null && isNobody(query.error)) return <NotFound />;
  return <Loaded query={{ ...query, data: user ?? query.data }}>{(removed) => <Wizard user={removed} />}</Loaded>;
}

function Wizard({ user }: { readonly user: User }) {
  const [plan, setPlan] = useState<Plan>({ choice: 'owner', receiverId: null });
  const [confirming, setConfirming] = useState<Preview | null>(null);
  const preview = useRemovalPreview(user.id, plan);
  const removal = useRemoval(user.id, plan);
  if (removal.data !== undefined) return <RemovalDone username={user.username} removal={removal.data} />;
  const isStale = hasCode(removal.error, 'preview_stale');
  const isChosen = plan.choice !== 'user' || plan.receiverId !== null;
  return (
    <Page title={words.title(user.username)} intro={words.intro}>
      <Section title={words.receiver}>
        <ReceiverChoice
          user={user}
          plan={plan}
          onChange={(chosen) => {
            setPlan(chosen);
            // what was said of the plan before is not said of this one
            setConfirming(null);
            removal.reset();
          }}
        />
      </Section>
      {isStale && (
        <Alert role="alert" color="orange" mb="md">
          {words.stale}
        </Alert>
      )}
      {isChosen && (
        <Section title={words.preview}>
          <Loaded query={preview}>{(shown) => <RemovalPreview preview={shown} username={user.username} />}</Loaded>
          <LoadMore query={preview} />
        </Section>
      )}
      <Button
        color="red"
        disabled={preview.data === undefined || !isChosen}
        onClick={() => {
          removal.reset();
          setConfirming(preview.data ?? null);
        }}
      >
        {words.confirm}
      </Button>{' '}
      <Anchor component={Link} to={`/admin/users/${user.id}`} ms="md">
        {text.cancel}
      </Anchor>
      <ConfirmDialog
        opened={confirming !== null && !isStale}
        title={words.title(user.username)}
        hint={words.confirmHint}
        submit={words.submit}
        typeName={user.username}
        isRunning={removal.isPending}
        error={removal.error}
        onConfirm={() => {
          if (confirming !== null) removal.mutate(confirming);
        }}
        onClose={() => {
          setConfirming(null);
        }}
      />
    </Page>
  );
}
