import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy } from 'class-validator';
import { isScope } from '../authz/scopes.js';
import { distinctNetworks, isNetwork } from '../networks/network-list.js';

const MOST_SCOPES = 100;
const MOST_NETWORKS = 50;

/** A list of scopes, each `resource:action`. It must have at least one, unless it may be empty. */
export function IsScopeList({ least = 1 }: { least?: number } = {}): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(MOST_SCOPES),
    each(isScope, 'a scope, like orders:read'),
  );
}

/** A list of at least one network in CIDR notation. Repeated networks are dropped. */
export function IsNetworkList(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (areNetworks(value) ? distinctNetworks(value) : value)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_NETWORKS),
    each(isNetwork, 'a network in CIDR notation, like 10.0.0.0/8'),
  );
}

/** A list that will be refused stays as it is. Each network is compared with every other, so there must not be many. */
function areNetworks(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length > MOST_NETWORKS) return false;
  return value.every((network) => typeof network === 'string' && isNetwork(network));
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
