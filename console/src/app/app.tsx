import { MantineProvider } from '@mantine/core';

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { setNonce } from 'get-nonce';
import { pageSettings } from '../api/page-settings';
import { ConfirmPassword } from '../session/confirm-password';
import { queryClient } from './query-client';
import { Notices } from '../ui/notices';
import { router } from './routes';
import { readableColors, theme } from './theme';

// Dialogs stop the page behind from scrolling through a <style> of their own, which needs the nonce too.
setNonce(pageSettings.nonce);

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColors}
      defaultColorScheme="auto"
      getStyleNonce={() => pageSettings.nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notices />
        <RouterProvider router={router} />
        <ConfirmPassword />
      </QueryClientProvider>
    </MantineProvider>
  );
}
