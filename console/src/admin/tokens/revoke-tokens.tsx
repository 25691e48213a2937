import { Alert, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { ProblemError } from '../../api/problem';
import { isInUse } from '../../tokens/revoke-token';
import { lineage } from '../../text/lineage';
import { bulk as words } from '../../text/bulk';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DescendantsOfMany, descendantsQuery } from '../../ui/descendants';
import { Dialog } from '../../ui/dialog';
import { useKept } from '../../ui/use-kept';
import { useRevocations, type Failure, type Revocations } from './use-revocations';
import type { SiteToken } from './use-site-tokens';

interface RevokeTokensProps {
  /** Null is none: the dialog is closed. */
  readonly tokens: readonly SiteToken[] | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One question for many tokens, then how far it is, then what came of it. */
export function RevokeTokens({ tokens, onDone, onClose }: RevokeTokensProps) {
  const shown = useKept(tokens) ?? [];
  const run = useRevocations();
  const isAsked = tokens !== null && !run.isPending && run.data === undefined;
  const close = () => {
    if (run.data !== undefined) onDone();
    run.reset();
    onClose();
  };
  const inUse = shown.filter(isInUse).length;
  return (
    <>
      <ConfirmDialog
        opened={isAsked}
        title={words.revokeTitle(shown.length)}
        hint={words.revokeHint}
        submit={words.revokeSubmit}
        typeName={inUse > 0 ? words.typed(shown.length) : undefined}
        isRunning={false}
        error={run.error}
        onConfirm={(filled) => {
          run.mutate({ tokens: shown, query: descendantsQuery(filled) });
        }}
        onClose={close}
      >
        <Text size="sm">{words.owners(new Set(shown.map(({ ownerId }) => ownerId)).size)}</Text>
        <DescendantsOfMany />
        {inUse > 0 && <Alert color="yellow">{words.recent(inUse)}</Alert>}
      </ConfirmDialog>
      <Dialog
        opened={tokens !== null && !isAsked}
        onClose={close}
        title={words.revokeTitle(shown.length)}
        isSticky={run.isPending}
      >
        {run.data === undefined ? (
          <Running done={run.done} all={shown.length} onStop={run.stop} />
        ) : (
          <Result result={run.data} onClose={close} />
        )}
      </Dialog>
    </>
  );
}

interface RunningProps {
  readonly done: number;
  readonly all: number;
  readonly onStop: () => void;
}

function Running({ done, all, onStop }: RunningProps) {
  return (
    <Stack>
      <Progress value={(done / Math.max(all, 1)) * 100} aria-label={words.progress(done, all)} />
      <Text size="sm" role="status">
        {words.progress(done, all)}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop} data-autofocus>
          {words.stop}
        </Button>
      </Group>
    </Stack>
  );
}

function Result({ result, onClose }: { readonly result: Revocations; readonly onClose: () => void }) {
  const { revoked, descendants, failures, untried } = result;
  return (
    <Stack>
      <Text role="status">{words.revoked(revoked)}</Text>
      {descendants > 0 && <Text>{lineage.endedOfMany(descendants)}</Text>}
      {untried > 0 && <Text>{words.stopped(untried)}</Text>}
      {failures.length > 0 && (
        <Alert role="alert" color="red" title={words.failed(failures.length)}>
          <List size="sm">
            {failures.map((failure) => (
              <List.Item key={failure.token.id}>{words.failure(failure.token.name, reasonOf(failure))}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group justify="flex-end">
        {/* it comes in place of what had the focus */}
        <Button onClick={onClose} autoFocus data-autofocus>
          {text.close}
        </Button>
      </Group>
    </Stack>
  );
}

/** In the words of the service, with the id by which the request is found in the log. */
function reasonOf({ error }: Failure): string {
  if (!(error instanceof ProblemError)) return text.errors.noAnswer;
  const { title = text.errors.title, requestId } = error.problem;
  return requestId === undefined ? title : `${title} (${text.errors.requestId} ${requestId})`;
}
