import { visibleText } from '../../base/visible-text.js';
import type { Registered } from '../../workspace/register-service-instance.js';
import { alignColumns } from './align-columns.js';
import { countsOf, summaryOf } from './count-connector.js';
import type { Paint } from './paint.js';
import { countProblems, problemJson } from './print-problems.js';

export function printRegistered({ instance, connector, problems }: Registered, paint: Paint): string[] {
  const { title, version, serviceUrl } = connector;
  const rows = [
    ['Descriptor', instance.descriptor.file],
    ['Service URL', serviceUrl ?? 'none'],
    ['Authentication', instance.settings.authentication.mode],
    ['Describes', countsOf(connector)],
    ...(problems.length === 0 ? [] : [['Problems', countProblems(problems)]]),
  ].map(([label = '', text = '']) => [{ text: label, paint: paint.dim }, text]);
  return [
    `${paint.green('Registered')} ${paint.bold(instance.name)}: ${visibleText(title)} ${visibleText(version)}`,
    ...alignColumns(rows, '  '),
  ];
}

/** `{ serviceInstance, connector, problems }`; of the Connector only how much there is. */
export function registeredJson({ instance, connector, problems }: Registered): object {
  return {
    serviceInstance: instance,
    connector: summaryOf(connector),
    problems: problems.map(problemJson),
  };
}
