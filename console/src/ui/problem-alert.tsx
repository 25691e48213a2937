import { Alert, Code, List, Text } from '@mantine/core';
import { ProblemError } from '../api/problem';
import { text } from '../text/text';
import { labelled, type Labels } from './labels';

export interface ProblemAlertProps {
  readonly error: unknown;
  /** What a form calls the fields that the problem names; how a caller of the API would go on is not told then. */
  readonly labels?: Labels | undefined;
}

/** What went wrong, in words, with the id by which an administrator finds the request in the log. */
export function ProblemAlert({ error, labels }: ProblemAlertProps) {
  if (error === null || error === undefined) return null;
  if (!(error instanceof ProblemError))
    return (
      <Alert role="alert" color="red" title={text.errors.title} mb="md">
        {text.errors.noAnswer}
      </Alert>
    );
  const { title, detail = text.errors.status(error.status), errors = [], requestId } = error.problem;
  return (
    <Alert role="alert" color="red" title={title ?? text.errors.title} mb="md">
      {!(labels !== undefined && errors.length > 0) && <Text size="sm">{detail}</Text>}
      {errors.length > 0 && (
        <List size="sm" mt="xs">
          {errors.map(({ path, message }) => (
            <List.Item key={path + message}>{labelled(labels, path, message)}</List.Item>
          ))}
        </List>
      )}
      {requestId !== undefined && (
        <Text size="xs" mt="xs">
          {text.errors.requestId} <Code>{requestId}</Code>
        </Text>
      )}
    </Alert>
  );
}
