/** The workflow of the article «Configure a K2 Process to Wait for Outside Events». */
import type { WorkflowDefinition, Workflows } from '../../src/workflow/index.js';

/** The SmartObject over the SQL table, as it is generated from `inspections.openapi.yaml`. */
export interface Inspections {
  readonly Requests: {
    Post_requests(inputs: { body: { SN: string; Folio: string; Status: string } }): Promise<{ ID: number }>;
  };
}

export interface Shipment {
  readonly container: string;
}

export function defineContainerInspection(
  workflows: Workflows,
  inspections: Inspections,
  narrate: (line: string) => void,
): WorkflowDefinition<Shipment, string> {
  return workflows.define('ContainerInspection', async ({ container }: Shipment, step) => {
    const outside = await step.waitForExternalSystem('Inspect containers', {
      description: `Container ${container} is inspected by the batch job`,
      invoke: async ({ serialNumber }) => {
        const body = { SN: serialNumber, Folio: step.instance.folio, Status: 'Waiting' };
        const { ID } = await inspections.Requests.Post_requests({ body });
        narrate(`Requests › Post_requests stored ID ${ID}, SN ${serialNumber}; the step waits now`);
        return { ID };
      },
      timeoutMs: 3 * 24 * 3_600_000,
    });
    if (outside.timedOut) return 'not inspected in three days';
    return step.execute('Pay', () => {
      narrate(
        `request ${outside.response.ID} came back with ${JSON.stringify(outside.dataFields)}: the container is paid`,
      );
      return `${container} paid`;
    });
  });
}
