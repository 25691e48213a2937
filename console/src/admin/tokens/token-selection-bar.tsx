import { Button, Group, Text } from '@mantine/core';
import { bulk as words } from '../../text/bulk';
import { AllShown, type Selection } from '../../ui/selection';
import type { SiteToken } from './use-site-tokens';

interface TokenSelectionBarProps {
  readonly selection: Selection<SiteToken>;
  /** Null is not offered. */
  readonly onHandOver: ((tokens: readonly SiteToken[]) => void) | null;
  readonly onRevoke: (tokens: readonly SiteToken[]) => void;
}

/** What can be done with many tokens at once. */
export function TokenSelectionBar({ selection, onHandOver, onRevoke }: TokenSelectionBarProps) {
  const { chosen, clear } = selection;
  return (
    <Group role="group" aria-label={words.actions} mb="xs" gap="md" mih={36}>
      <AllShown label={words.allShown} selection={selection} />
      <Text size="sm" c="dimmed" role="status">
        {chosen.length > 0 && words.chosen(chosen.length)}
      </Text>
      {chosen.length > 0 && (
        <Group gap="xs">
          {onHandOver !== null && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onHandOver(chosen);
              }}
            >
              {words.handOver}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onRevoke(chosen);
            }}
          >
            {words.revoke}
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            {words.clear}
          </Button>
        </Group>
      )}
    </Group>
  );
}
