/** The workflow of the article «Configure a K2 Process to Wait for Outside Events», for the containers of a shipment. */
import type { Steps, WorkflowDefinition, Workflows } from 'rest-broker/workflow';

/** The SmartObject over the SQL table, as it is generated from `inspections.openapi.yaml`. */
export interface Inspections {
  readonly Requests: {
    Post_requests(inputs: { body: { SN: string; Folio: string; Status: string } }): Promise<{ ID: number }>;
  };
}

export interface Shipment {
  readonly containers: readonly string[];
}

type Narrate = (line: string) => void;

export function defineContainerInspection(
  workflows: Workflows,
  inspections: Inspections,
  narrate: Narrate,
): WorkflowDefinition<Shipment, string> {
  return workflows.define('ContainerInspection', async ({ containers }: Shipment, step) => {
    const results = await step.parallel(
      containers.map((container) => () => inspect(container, { step, inspections, narrate })),
    );
    if (results.some((result) => result === undefined)) return 'somebody has to look after it';
    return step.execute('Pay', () => {
      narrate(`the step after the wait: ${results.join(', ')}; ${step.instance.folio} is paid`);
      return 'paid';
    });
  });
}

interface Tools {
  readonly step: Steps;
  readonly inspections: Inspections;
  readonly narrate: Narrate;
}

/** Stores the Serial Number with the inspection system and waits, as a row in a database, until that has finished. */
async function inspect(
  container: string,
  { step, inspections, narrate }: Tools,
): Promise<string | undefined> {
  const outside = await step.waitForExternalSystem(`Inspect container ${container}`, {
    description: `Container ${container} is inspected by the batch job`,
    invoke: async ({ serialNumber }) => {
      const body = { SN: serialNumber, Folio: step.instance.folio, Status: 'Waiting' };
      const { ID } = await inspections.Requests.Post_requests({ body });
      narrate(`the workflow invokes Requests › Post_requests with SN ${serialNumber}; it answers ID ${ID}`);
      return { ID };
    },
    timeoutMs: 3 * 24 * 3_600_000,
  });
  if (outside.timedOut) return undefined;
  return `request ${outside.response.ID} came back with ${JSON.stringify(outside.dataFields)}`;
}
