import { Group, Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/text';

const DIALOGS = 200;
const TOP = 300;

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: MantineSize;
  /** Only a button in it closes it: not Escape, nor a click beside it, nor a cross. */
  readonly isSticky?: boolean;
  /** Above the other dialogs: it is asked in the middle of what one of them does. */
  readonly isOnTop?: boolean;
  readonly children: ReactNode;
}

/**
 * Takes the focus, keeps it inside, and gives it back when it closes. Put together from Mantine's parts, whose own head of a
 * dialog is a <header>: to a screen reader that would be a second banner of the page.
 */
export function Dialog({ size = 'md', isSticky = false, isOnTop = false, title, children, ...rest }: DialogProps) {
  return (
    <Modal.Root
      {...rest}
      size={size}
      zIndex={isOnTop ? TOP : DIALOGS}
      closeOnEscape={!isSticky}
      closeOnClickOutside={!isSticky}
    >
      <Modal.Overlay />
      {/* no field that has the focus is below the buttons of a form, which stay in view */}
      <Modal.Content style={{ scrollPaddingBottom: '5rem' }}>
        <Group justify="space-between" align="flex-start" wrap="nowrap" p="md">
          <Modal.Title fw={600} fz="lg" lh="sm" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Modal.Title>
          {!isSticky && <Modal.CloseButton aria-label={text.close} />}
        </Group>
        <Modal.Body pt={0}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
