import { Notification, Portal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { text } from '../text/text';
import classes from './notices.module.css';
import { currentNotices, dismiss, subscribeToNotices } from './notify';

/** In a live region that is always there, so that screen readers say what comes into it. */
export function Notices() {
  const notices = useSyncExternalStore(subscribeToNotices, currentNotices);
  return (
    <Portal>
      <div role="status" className={classes.corner}>
        {notices.map(({ id, message, isFailure }) => (
          <Notification
            key={id}
            role="none"
            color={isFailure ? 'red' : 'green'}
            withBorder
            closeButtonProps={{ 'aria-label': text.close }}
            onClose={() => {
              dismiss(id);
            }}
          >
            {message}
          </Notification>
        ))}
      </div>
    </Portal>
  );
}
