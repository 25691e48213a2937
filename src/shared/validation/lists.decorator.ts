import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy } from 'class-validator';
import { isScope } from '../authz/scopes.js';
import { isNetwork } from '../networks/network-list.js';

const MOST_SCOPES = 100;
const MOST_NETWORKS = 50;

/** A list of scopes, `resource:action` each; of at least one, unless it may be empty. */
export function IsScopeList({ least = 1 }: { least?: number } = {}): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(MOST_SCOPES),
    each(isScope, 'a scope, like orders:read'),
  );
}

/** A list of at least one network in CIDR notation. */
export function IsNetworkList(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_NETWORKS),
    each(isNetwork, 'a network in CIDR notation, like 10.0.0.0/8'),
  );
}

function each(test: (value: string) => boolean, what: string): PropertyDecorator {
  return ValidateBy(
    {
      name: 'eachIs',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && test(value),
        defaultMessage: () => `each value in $property must be ${what}`,
      },
    },
    { each: true },
  );
}
