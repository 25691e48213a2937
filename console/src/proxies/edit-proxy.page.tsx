import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { useChange } from '../api/use-change';
import { ifUnchanged } from '../api/versions';
import { NotFound } from '../ui/not-found';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { Page } from '../ui/page';
import { useEdited } from '../ui/use-edited';
import { ProxyForm } from './proxy-form';
import { formOf, requestOf, type ProxyForm as Filled } from './proxy-form-values';
import { Trail } from './trail';
import { useAccount } from './use-account';
import { useProject } from './use-projects';
import { PROXIES, useProxy, type EditedProxy } from './use-proxies';

const { form: words } = proxyWords;

export function EditProxyPage() {
  const { id = '' } = useParams();
  const query = useProxy(id);
  if (hasCode(query.error, 'proxy_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(proxy) => <EditProxy proxy={proxy} />}</Loaded>;
}

function EditProxy({ proxy: current }: { readonly proxy: EditedProxy }) {
  const { id, name, projectId } = current;
  const { data: project } = useProject(projectId);
  const { id: account, header, linkTo } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Filled>({ defaultValues: formOf(current) });
  const { edited, loadNewest } = useEdited(current, form.formState.isDirty, [...PROXIES, account, 'one', id]);
  const back = linkTo(`/proxies/${id}`);
  const save = useChange({
    mutationFn: (filled: Filled) =>
      answerOf(
        api.PUT('/proxies/{id}', {
          params: { path: { id }, header: { ...header, ...ifUnchanged(edited) } },
          body: requestOf(filled),
        }),
      ),
    onSuccess: async () => {
      notifyDone(text.saved);
      await queries.invalidateQueries({ queryKey: PROXIES });
      await navigate(back);
    },
  });
  const { reset } = form;
  const forget = save.reset;
  useEffect(() => {
    reset(formOf(edited));
    forget();
  }, [edited, reset, forget]);
  return (
    <>
      <Trail
        steps={[
          [`/projects/${projectId}`, project?.name ?? proxyWords.detail.project],
          [`/proxies/${id}`, name],
        ]}
      />
      <Page title={words.editTitle(name)} intro={words.editIntro}>
        <ProxyForm
          form={form}
          submit={words.save}
          isRunning={save.isPending}
          error={save.error}
          onLoadNewest={loadNewest}
          cancelTo={back}
          onSubmit={(filled) => {
            save.mutate(filled);
          }}
        />
      </Page>
    </>
  );
}
