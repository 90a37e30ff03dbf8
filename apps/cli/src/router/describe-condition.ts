import type { RouterConfigInput } from '@discord-intelligence/router';

type Condition = NonNullable<RouterConfigInput['conditions']>[number];
type Test = Condition['when'][string];
type Value = string | number | boolean;

/** Values of a list that are shown; a list may have a thousand. */
const MOST_VALUES = 5;

/** A condition as a sentence: "tenant is acme and params.max_tokens is above 4000 → group large". */
export function describeCondition({ when, use }: Condition, { groups }: Pick<RouterConfigInput, 'groups'>): string {
  const tests = Object.entries(when).map(([subject, test]) => `${subject} is ${describeTest(test)}`);
  return `${tests.join(' and ')} → ${Object.hasOwn(groups, use) ? 'group' : 'use case'} ${use}`;
}

function describeTest(test: Test): string {
  if (typeof test !== 'object') return String(test);
  if (Array.isArray(test)) return oneOf(test);
  if ('not' in test) return `not ${Array.isArray(test.not) ? oneOf(test.not) : String(test.not)}`;
  const { above, below } = test;
  return [above !== undefined && `above ${above}`, below !== undefined && `below ${below}`].filter((bound) => bound !== false).join(' and ');
}

function oneOf(values: readonly Value[]): string {
  if (values.length > MOST_VALUES) return `one of ${values.slice(0, MOST_VALUES).join(', ')} and ${values.length - MOST_VALUES} more`;
  return values.length === 1 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${String(values.at(-1))}`;
}
