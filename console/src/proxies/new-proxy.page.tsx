import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { useChange } from '../api/use-change';
import { NotFound } from '../ui/not-found';
import { proxies as proxyWords } from '../text/proxies';
import { Loaded } from '../ui/loaded';
import { notifyDone } from '../ui/notify';
import { Page } from '../ui/page';
import { ProxyForm } from './proxy-form';
import { formOf, NEW_PROXY, requestOf, type ProxyForm as Filled } from './proxy-form-values';
import { ProxyStart } from './proxy-start';
import { Trail } from './trail';
import { useAccount } from './use-account';
import { useProject, type Project } from './use-projects';
import { PROXIES } from './use-proxies';

const { form: words } = proxyWords;

export function NewProxyPage() {
  const { id = '' } = useParams();
  const query = useProject(id);
  if (hasCode(query.error, 'project_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(project) => <NewProxy project={project} />}</Loaded>;
}

function NewProxy({ project: { id, name } }: { readonly project: Project }) {
  const { header, linkTo } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Filled>({ defaultValues: NEW_PROXY });
  const create = useChange({
    mutationFn: (filled: Filled) =>
      answerOf(api.POST('/projects/{id}/proxies', { params: { header, path: { id } }, body: requestOf(filled) })),
    onSuccess: async (proxy) => {
      notifyDone(words.created(proxy.name));
      await queries.invalidateQueries({ queryKey: PROXIES });
      await navigate(linkTo(`/proxies/${proxy.id}`));
    },
  });
  return (
    <>
      <Trail steps={[[`/projects/${id}`, name]]} />
      <Page title={words.newTitle} intro={words.newIntro}>
        <ProxyStart
          projectId={id}
          onDefinition={(definition) => {
            form.reset(formOf(definition));
          }}
        />
        <ProxyForm
          form={form}
          submit={words.create}
          isRunning={create.isPending}
          error={create.error}
          cancelTo={linkTo(`/projects/${id}`)}
          onSubmit={(filled) => {
            create.mutate(filled);
          }}
        />
      </Page>
    </>
  );
}
