import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { NotFound } from '../app/not-found';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { Page } from '../ui/page';
import { ProxyForm } from './proxy-form';
import { formOf, requestOf, type ProxyForm as Filled } from './proxy-form-values';
import { showInFields } from './show-in-fields';
import { Trail } from './trail';
import { useAccount } from './use-account';
import { useProject } from './use-projects';
import { PROXIES, useProxy, type Proxy } from './use-proxies';

const { form: words } = proxyWords;

export function EditProxyPage() {
  const { id = '' } = useParams();
  const query = useProxy(id);
  if (hasCode(query.error, 'proxy_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(proxy) => <EditProxy proxy={proxy} />}</Loaded>;
}

/** What is typed stays, whatever another look at the proxy finds meanwhile. */
function EditProxy({ proxy }: { readonly proxy: Proxy }) {
  const { id, name, projectId } = proxy;
  const { data: project } = useProject(projectId);
  const { header, linkTo } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Filled>({ defaultValues: formOf(proxy) });
  const back = linkTo(`/proxies/${id}`);
  const save = useMutation({
    mutationFn: (filled: Filled) =>
      answerOf(api.PUT('/proxies/{id}', { params: { header, path: { id } }, body: requestOf(filled) })),
    onSuccess: async () => {
      notifyDone(text.saved);
      await queries.invalidateQueries({ queryKey: PROXIES });
      await navigate(back);
    },
    onError: (error) => {
      showInFields(form, error);
    },
  });
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
          cancelTo={back}
          onSubmit={(filled) => {
            save.mutate(filled);
          }}
        />
      </Page>
    </>
  );
}
