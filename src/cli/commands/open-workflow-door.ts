import type { Workflows } from '../../workflow/workflows.js';

/** Opens a store for one act, and closes it again. */
export async function openWorkflowDoor(
  store: string | undefined,
  act: (workflows: Workflows) => Promise<void>,
): Promise<void> {
  const { createWorkflows } = await import('../../workflow/create-workflows.js');
  const address = store ?? process.env['REST_BROKER_STORE'];
  const workflows = createWorkflows(address === undefined ? {} : { store: address });
  try {
    await workflows.open();
    await act(workflows);
  } finally {
    await workflows.close();
  }
}
