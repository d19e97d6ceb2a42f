import { describe, expect, test } from 'vitest';
import { nearNames } from '../../src/base/near-names.js';

const KNOWN = [
  'Task',
  'Tasks',
  'HTTPHeader',
  'Get_tasks',
  'Patch_tasks__task_id_',
  'Workflow',
  'constructor',
];

describe('nearNames', () => {
  test.each([
    { name: 'a letter swapped', wanted: 'Taks', want: ['Task', 'Tasks'] },
    { name: 'another case is the nearest of all', wanted: 'tasks', want: ['Tasks', 'Task'] },
    { name: 'a letter left out', wanted: 'Get_task', want: ['Get_tasks'] },
    {
      name: 'the beginning of a long name',
      wanted: 'Patch_tasks',
      want: ['Get_tasks', 'Patch_tasks__task_id_'],
    },
    { name: 'a name that begins with a known one', wanted: 'TaskList', want: ['Tasks', 'Task'] },
    { name: 'letters replaced in a long name', wanted: 'HTPPHeeder', want: ['HTTPHeader'] },
    { name: 'nothing is near', wanted: 'Invoice', want: [] },
    { name: 'nothing is near nothing', wanted: '', want: [] },
    { name: 'one letter is not near another', wanted: 'x', want: [] },
    { name: 'a name of the language is only a name', wanted: '__proto__', want: [] },
  ])('$name', ({ wanted, want }) => {
    expect(nearNames(wanted, KNOWN)).toEqual(want);
  });

  test('gives at most three, nearest first, then by name, each once', () => {
    expect(nearNames('Item', ['Item4', 'Item3', 'Item2', 'Item2', 'Items', 'Itme'])).toEqual([
      'Item2',
      'Item3',
      'Item4',
    ]);
  });

  test('stays cheap on names of a million characters', () => {
    const long = 'a'.repeat(1_000_000);
    expect(nearNames(`${long}b`, [long, 'b'])).toEqual([long]);
  });
});
