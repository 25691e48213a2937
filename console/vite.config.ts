import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVICE = 'https://localhost:8443';
/** Whatever is not the console's is the service's. */
const OF_THE_SERVICE = ['/api', '/oauth', '/docs', '/health', '/verify', '/gw', '/.well-known'];

/** While developing, this server fills in what the service fills in otherwise (src/http/console). */
function pageSettings(): Plugin {
  const values: Record<string, string> = { BASE: '', API: '/api/v1', NONCE: 'development' };
  return {
    name: 'gatehouse-page-settings',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/%GATEHOUSE_([A-Z]+)%/g, (_, name: string) => values[name] ?? ''),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  // relative, so that the same files work below any path of a reverse proxy
  base: './',
  plugins: [react(), pageSettings()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // a data: URI would be one more thing for the content security policy to allow
    assetsInlineLimit: 0,
    sourcemap: false,
    // test/e2e/console/files.e2e.spec.ts holds what the first load may weigh
    chunkSizeWarningLimit: 600,
  },
  server: {
    port: 5173,
    strictPort: true,
    // The page's origin is this server's; the service trusts its own alone.
    proxy: Object.fromEntries(
      OF_THE_SERVICE.map((path) => [path, { target: SERVICE, secure: false, headers: { origin: SERVICE } }]),
    ),
  },
});
