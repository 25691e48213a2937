import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { allItems, usePages } from '../api/pages';
import { versionOf, type Versioned } from '../api/versions';

export type Connection = Schemas['ConnectionResponse'];
export type EditedConnection = Versioned<Connection>;
export type Credential = Schemas['CredentialResponse'];
export type EditedCredential = Versioned<Credential>;
export type Certificate = Schemas['CertificateResponse'];
export type EditedCertificate = Versioned<Certificate>;

export const CONNECTIONS = ['connections'];
export const CREDENTIALS = ['credentials'];
export const CERTIFICATES = ['certificates'];

export function useConnections() {
  return usePages([...CONNECTIONS, 'list'], (query) => answerOf(api.GET('/connections', { params: { query } })));
}

export function useConnection(id: string) {
  return useQuery({
    queryKey: [...CONNECTIONS, 'one', id],
    queryFn: () => versionOf(api.GET('/connections/{id}', { params: { path: { id } } })),
  });
}

export function useCredentials() {
  return usePages([...CREDENTIALS, 'list'], (query) => answerOf(api.GET('/credentials', { params: { query } })));
}

export function useCredential(id: string) {
  return useQuery({
    queryKey: [...CREDENTIALS, 'one', id],
    queryFn: () => versionOf(api.GET('/credentials/{id}', { params: { path: { id } } })),
  });
}

/** To choose one from, and to name those that are referred to. */
export function useAllCredentials() {
  return useQuery({
    queryKey: [...CREDENTIALS, 'all'],
    queryFn: () => allItems((query) => answerOf(api.GET('/credentials', { params: { query } }))),
  });
}

export function useCertificates() {
  return usePages([...CERTIFICATES, 'list'], (query) => answerOf(api.GET('/certificates', { params: { query } })));
}

export function useCertificate(id: string) {
  return useQuery({
    queryKey: [...CERTIFICATES, 'one', id],
    queryFn: () => versionOf(api.GET('/certificates/{id}', { params: { path: { id } } })),
  });
}

/** To choose one from, and to name those that are referred to. */
export function useAllCertificates() {
  return useQuery({
    queryKey: [...CERTIFICATES, 'all'],
    queryFn: () => allItems((query) => answerOf(api.GET('/certificates', { params: { query } }))),
  });
}
