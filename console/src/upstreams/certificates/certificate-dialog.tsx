import { Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useEdited } from '../../ui/use-edited';
import { useFieldProblems, type FieldLabels } from '../../ui/use-field-problems';
import { InUseAlert } from '../in-use-alert';
import { CERTIFICATES, type Certificate, type EditedCertificate } from '../use-upstreams';
import { formOf, saveCertificate, type CertificateForm } from './certificate-form';
import { PemField } from './pem-field';

const { certificates, general } = upstreams;
const words = certificates.form;
const LABELS: FieldLabels<CertificateForm> = {
  name: words.name,
  certificate: words.certificate,
  privateKey: words.privateKey,
};

interface CertificateDialogProps {
  /** Null is a new one. */
  readonly certificate: EditedCertificate | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CertificateDialog({ certificate: current, opened, onClose }: CertificateDialogProps) {
  const form = useForm<CertificateForm>({ defaultValues: formOf(current) });
  const { edited: certificate, loadNewest } = useEdited(current, form.formState.isDirty, [
    ...CERTIFICATES,
    'one',
    current?.id,
  ]);
  const save = useSaveCertificate(certificate, onClose);
  const unplaced = useFieldProblems(form, save.error, LABELS);
  const { reset } = form;
  const forget = save.reset;
  // when it opens, and when it closes: the private key is in nobody's memory then
  useEffect(() => {
    reset(formOf(certificate));
    forget();
  }, [opened, certificate, reset, forget]);
  const inUse = save.error instanceof ProblemError && save.error.code === 'in_use' ? save.error : null;
  return (
    <FormDialog
      title={certificate === null ? words.createTitle : words.editTitle(certificate.name)}
      submit={text.save}
      size="lg"
      opened={opened}
      isRunning={save.isPending}
      isUnchanged={certificate !== null && !form.formState.isDirty}
      error={inUse === null ? unplaced : null}
      labels={LABELS}
      onLoadNewest={loadNewest}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      {inUse !== null && <InUseAlert name={certificate?.name ?? ''} error={inUse} />}
      <Fields form={form} certificate={certificate} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: UseFormReturn<CertificateForm>;
  readonly certificate: Certificate | null;
}

function Fields({ form, certificate }: FieldsProps) {
  const { register, formState, setValue } = form;
  const isNew = certificate === null;
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={formState.errors.name?.message}
        {...register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <PemField
        label={words.certificate}
        hint={isNew ? words.certificateHint : `${words.certificateHint} ${words.keep}`}
        error={formState.errors.certificate?.message}
        field={register('certificate', { validate: (pem) => !isNew || pem.trim() !== '' || text.required })}
        onRead={(pem) => {
          setValue('certificate', pem, { shouldValidate: true });
        }}
      />
      <PemField
        label={isNew ? `${words.privateKey} (${text.optional})` : words.privateKey}
        hint={certificate?.hasPrivateKey === true ? words.keepKey : words.privateKeyHint}
        error={formState.errors.privateKey?.message}
        isDisabled={form.watch('takesKey')}
        field={register('privateKey')}
        onRead={(pem) => {
          setValue('privateKey', pem, { shouldValidate: true });
        }}
      />
      {certificate?.hasPrivateKey === true && <Checkbox label={words.takeKey} {...register('takesKey')} />}
    </>
  );
}

function useSaveCertificate(certificate: EditedCertificate | null, onClose: () => void) {
  const queries = useQueryClient();
  return useChange({
    mutationFn: (filled: CertificateForm) => saveCertificate(certificate, filled),
    onSuccess: async ({ name }) => {
      notifyDone(certificate === null ? general.added(name) : text.saved);
      await queries.invalidateQueries({ queryKey: CERTIFICATES }); // first, or the next edit is of a past version
      onClose();
    },
  });
}
