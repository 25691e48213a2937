import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { lineage as words } from '../text/lineage';
import { Loaded } from './loaded';

type Maker = NonNullable<Schemas['TokenResponse']['issuedWith']>;

interface MadeWithProps {
  readonly maker: Maker | null;
  /** Of one's own things a token that made them is named, if it is one's own too. */
  readonly isOwn?: boolean;
}

/** What made a value. Which token or secret it was is behind a click. */
export function MadeWith({ maker, isOwn = false }: MadeWithProps) {
  if (maker === null) return null;
  const label = words.madeWith[maker.kind];
  if (maker.id === null || maker.kind === 'session')
    return (
      <Text size="xs" c="dimmed" fw={400}>
        {label}
      </Text>
    );
  const isToken = maker.kind === 'personal' || maker.kind === 'application';
  return (
    <Popover withArrow shadow="md" position="bottom-start" trapFocus={false}>
      <Popover.Target>
        <UnstyledButton fz="xs" c="dimmed" td="underline dotted" display="block">
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {isOwn && isToken ? <OwnMaker id={maker.id} /> : <Text size="sm">{words.id(maker.id)}</Text>}
      </Popover.Dropdown>
    </Popover>
  );
}

function OwnMaker({ id }: { readonly id: string }) {
  const query = useQuery({ queryKey: ['tokens', 'maker', id], queryFn: () => makerOf(id) });
  return <Loaded query={query}>{({ sentence }) => <Text size="sm">{sentence}</Text>}</Loaded>;
}

/** A maker that is somebody else's, or is forgotten by now, is 404. */
async function makerOf(id: string): Promise<{ readonly sentence: string }> {
  const call = await api.GET('/tokens/{id}', { params: { path: { id } } });
  if (call.response.status === 404) return { sentence: words.othersMaker(id) };
  const { name, last4 } = await answerOf(Promise.resolve(call));
  return { sentence: words.maker(name, last4) };
}
