import { answerOf, api } from '../../api/client';
import { ifUnchanged } from '../../api/versions';
import type { Certificate, EditedCertificate } from '../use-upstreams';

export interface CertificateForm {
  name: string;
  /** PEM. Empty keeps what is there, as the next. */
  certificate: string;
  privateKey: string;
  /** Of one that has a key: it is to have none. */
  takesKey: boolean;
}

export function formOf(certificate: Certificate | null): CertificateForm {
  return { name: certificate?.name ?? '', certificate: '', privateKey: '', takesKey: false };
}

export function saveCertificate(certificate: EditedCertificate | null, form: CertificateForm): Promise<Certificate> {
  const name = form.name.trim();
  const privateKey = form.privateKey.trim() === '' ? {} : { privateKey: form.privateKey };
  if (certificate === null)
    return answerOf(api.POST('/certificates', { body: { name, certificate: form.certificate, ...privateKey } }));
  const body = {
    name,
    ...(form.certificate.trim() === '' ? {} : { certificate: form.certificate }),
    ...(form.takesKey ? { privateKey: null } : privateKey),
  };
  return answerOf(
    api.PUT('/certificates/{id}', { params: { path: { id: certificate.id }, header: ifUnchanged(certificate) }, body }),
  );
}
