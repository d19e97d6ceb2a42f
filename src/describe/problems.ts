import { defineProblem } from '../base/problem.js';
import { quoted } from '../base/visible-text.js';

export const nameChanged = defineProblem<{ thing: string; wireName: string; systemName: string }>(
  'name-changed',
  'note',
  ({ thing, wireName, systemName }) => `${thing} ${quoted(wireName)} is called ${systemName}`,
  'Its own name is taken, reserved or no identifier; on the wire it keeps it',
);

export const answersDiffer = defineProblem<{ method: string; codes: string }>(
  'answers-differ',
  'note',
  ({ method, codes }) => `${method} answers ${codes} with different types`,
  'Its outputs are those of all of them; look at HttpResponseCode to know which are filled',
);

export const eventLeftOut = defineProblem<{ kind: 'callback' | 'webhook'; name: string }>(
  'event-left-out',
  'note',
  ({ kind, name }) => `the ${kind} ${quoted(name)} is not generated`,
  'A connector calls a service; let a server of yours receive what the service sends',
);

export const serviceUrlMissing = defineProblem(
  'service-url-missing',
  'warning',
  () => 'the descriptor names no host',
  'Register with --service-url, or pass serviceUrl to connect',
);

export const typeRefersToItself = defineProblem<{ systemName: string }>(
  'type-refers-to-itself',
  'warning',
  ({ systemName }) =>
    `the type ${systemName} is a choice of itself; it holds whatever else is listed in that ring, or any value`,
  'Take it out of its own choices, or let a property or an array hold it',
);
