import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/me';
import { partsOf, type AuditEvent, type UserNames } from './audit-sentence';

interface EventSentenceProps {
  readonly event: AuditEvent;
  readonly names: UserNames;
}

/** An event in words, with the way to whom and what it names where the reader may go it. */
export function EventSentence({ event, names }: EventSentenceProps) {
  const may = useMay();
  return (
    <>
      {partsOf(event, names).map(({ text, link }, index) => (
        <Fragment key={index}>
          {link !== undefined && may(link.scope) ? (
            <Anchor component={Link} to={link.to} inherit underline="always">
              {text}
            </Anchor>
          ) : (
            text
          )}
        </Fragment>
      ))}
    </>
  );
}
