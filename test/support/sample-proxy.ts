/** A proxy as its maker would send it. */
export function sampleProxy(connectionId: string, changes: Record<string, unknown> = {}) {
  return {
    name: 'Orders',
    path: '/orders',
    connectionId,
    routes: [
      { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
      { methods: ['*'], path: '/orders/*', scopes: ['orders:write'] },
    ],
    ...changes,
  };
}
