import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../text/text';

interface ReferenceProps {
  readonly to: string;
  readonly id: string;
  /** Among which it is, once they are known. */
  readonly among: readonly { readonly id: string; readonly name: string }[] | undefined;
}

/** What something refers to by its id, by name and with the way there. */
export function Reference({ to, id, among }: ReferenceProps) {
  return (
    <Anchor component={Link} to={`${to}/${id}`} inherit underline="always">
      {among === undefined ? text.loading : (among.find((each) => each.id === id)?.name ?? id)}
    </Anchor>
  );
}
