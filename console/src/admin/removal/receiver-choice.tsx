import { Radio, Stack } from '@mantine/core';
import { text } from '../../text/text';
import { UserSelect } from '../users/user-select';
import type { User } from '../users/use-users';
import type { Choice, Plan } from './use-removal';

const { removal: words } = text.admin;
const CHOICES = ['owner', 'user', 'decommission'] as const satisfies readonly Choice[];

interface ReceiverChoiceProps {
  readonly user: User;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

export function ReceiverChoice({ user, plan, onChange }: ReceiverChoiceProps) {
  return (
    <Stack>
      <Radio.Group
        aria-label={words.receiver}
        value={plan.choice}
        onChange={(value) => {
          onChange({ ...plan, choice: CHOICES.find((choice) => choice === value) ?? 'owner' });
        }}
      >
        <Stack gap="sm">
          {CHOICES.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={words.receivers[choice]}
              description={words.receiversHint[choice]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {plan.choice === 'user' && (
        <UserSelect
          label={words.user}
          without={user.id}
          value={plan.receiverId}
          onChange={(receiver) => {
            onChange({ ...plan, receiverId: receiver?.id ?? null });
          }}
        />
      )}
    </Stack>
  );
}
