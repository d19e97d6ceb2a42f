import { SettingError } from '../base/errors.js';
import type { Workflows } from '../workflow/workflows.js';

/** Opens a store for one act, and closes it again. What goes wrong in it is told as any other error. */
export async function openWorkflowDoor(
  store: string | undefined,
  act: (workflows: Workflows) => Promise<void>,
): Promise<void> {
  const { createWorkflows } = await import('../workflow/create-workflows.js');
  const address = store ?? process.env['REST_BROKER_STORE'];
  const workflows = createWorkflows(address === undefined ? {} : { store: address });
  await withWorkflowErrors(async () => {
    try {
      await workflows.open();
      await act(workflows);
    } finally {
      await workflows.close();
    }
  });
}

/** The errors of the workflow door as errors that this command line knows how to print. */
export async function withWorkflowErrors<T>(act: () => Promise<T>): Promise<T> {
  const { WorkflowError } = await import('../workflow/workflow-error.js');
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof WorkflowError)) throw error;
    throw new SettingError('SETTING_INVALID', error.parts);
  }
}
