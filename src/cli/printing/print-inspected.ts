import { visibleText } from '../../base/visible-text.js';
import type { Connector } from '../../model/connector.js';
import type { Inspected } from '../../workspace/inspect-descriptor.js';
import { countsOf } from './count-connector.js';
import type { Paint } from './paint.js';
import { printConnector } from './print-connector.js';
import { countProblems, printProblems, problemJson } from './print-problems.js';

export interface InspectView {
  /** What of the Connector is shown. */
  readonly shown: Connector;
  /** Only one Service Object is looked at: the Problems are counted and not listed. */
  readonly narrowed: boolean;
  readonly withHelpers: boolean;
}

export function printInspected(inspected: Inspected, view: InspectView, paint: Paint): string[] {
  const { problems, connector } = inspected;
  const listed = view.narrowed || problems.length === 0 ? [] : ['', paint.bold('Problems'), ''];
  return [
    ...head(inspected, paint),
    ...printConnector(view.shown, view.withHelpers, paint),
    ...listed,
    ...(view.narrowed ? [] : printProblems(problems, paint)),
    '',
    `${view.narrowed ? '' : `${countsOf(connector)} · `}${countProblems(problems)}`,
  ];
}

function head({ instance, connector, location }: Inspected, paint: Paint): string[] {
  const { title, version, serviceUrl } = connector;
  const name = instance === undefined ? '' : `${paint.bold(instance.name)}${paint.dim(' · ')}`;
  return [
    `${name}${paint.bold(visibleText(title))} ${visibleText(version)}`,
    ...(serviceUrl === undefined ? [] : [paint.dim(visibleText(serviceUrl))]),
    paint.dim(visibleText(location)),
  ];
}

/** `{ serviceInstance?, descriptor, connector, problems }`; `connector` as in a generated `connector.json`. */
export function inspectedJson({ instance, location, problems }: Inspected, { shown }: InspectView): object {
  return {
    ...(instance === undefined ? {} : { serviceInstance: instance }),
    descriptor: location,
    connector: shown,
    problems: problems.map(problemJson),
  };
}
