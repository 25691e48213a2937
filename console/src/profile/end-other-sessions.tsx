import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';

const { sessions: words } = text.profile;

interface EndOtherSessionsProps {
  /** How many there were when the list was read. */
  readonly count: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function EndOtherSessions({ count, opened, onClose }: EndOtherSessionsProps) {
  const queries = useQueryClient();
  const end = useChange({
    mutationFn: () => answerOf(api.DELETE('/auth/sessions')),
    onSuccess: async ({ ended }) => {
      notifyDone(words.othersEnded(ended));
      onClose();
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.endOthersTitle}
      hint={words.endOthersHint(count)}
      submit={words.endOthers}
      isRunning={end.isPending}
      error={end.error}
      onConfirm={() => {
        end.mutate();
      }}
      onClose={() => {
        end.reset();
        onClose();
      }}
    />
  );
}
