/** One task as a workflow service answers it; about 410 bytes of JSON. */
export function task(index) {
  return {
    id: `${String(index).padStart(8, '0')}-6b7c-4f0e-9d53-8b1f0a2c4e6d`,
    workflowId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    name: 'Approve the order',
    message: `Order ${index} needs an approval by the head of the department`,
    status: 'active',
    createdDate: '2026-11-03T09:15:27.000Z',
    dueDate: '2026-11-10T09:15:27.000Z',
    outcomes: ['Approve', 'Reject'],
    taskAssignments: [{ id: `a-${index}`, assignee: 'head@example.com', status: 'active', completed: false }],
  };
}

export function tasks(count) {
  return Array.from({ length: count }, (_, index) => task(index));
}

/** The Properties of a task as generated code holds them. */
export const TASK_PROPERTIES = {
  id: 'Text',
  workflowId: 'Text',
  name: 'Text',
  message: 'Text',
  status: 'Text',
  createdDate: 'DateTime',
  dueDate: 'DateTime',
  outcomes: 'SerializedArray',
  taskAssignments: 'SerializedArray',
};
