import { Ajv, type ValidateFunction } from 'ajv';
import { DescriptorError } from '../../base/errors.js';
import { pointerOfTokens } from '../../base/json-pointer.js';
import { formatPlace } from '../../base/place.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import type { Descriptor } from '../../load/descriptor.js';
import type { Connector } from '../../model/connector.js';
import type { RegistrationFinding } from '../registry/registration-finding.js';
import { findingsOf } from '../registry/schema-findings.js';
import type { ConnectorJson } from './connector-json.js';
import { CONNECTOR_JSON_SCHEMA } from './connector-json-schema.js';
import { expandConnector } from './expand-connector.js';

let validate: ValidateFunction<ConnectorJson> | undefined;

/** Whether a loaded document is no descriptor but a generated `connector.json`. */
export function isConnectorJson({ document }: Descriptor): boolean {
  return document['madeBy'] === 'rest-broker' && Object.hasOwn(document, 'serviceObjects');
}

/**
 * The Connector that a generated `connector.json` holds.
 *
 * @throws DescriptorError CONNECTOR_MALFORMED at the first place that is not as it was printed
 */
export function readConnectorJson(loaded: Descriptor): Connector {
  const json: unknown = loaded.document;
  validate ??= new Ajv({ verbose: true, discriminator: true, ownProperties: true }).compile<ConnectorJson>(
    CONNECTOR_JSON_SCHEMA,
  );
  if (!validate(json)) throw malformed(loaded, findingsOf(validate.errors)[0]);
  const finding = danglingAnswer(json) ?? nameTwice(json);
  if (finding !== undefined) throw malformed(loaded, finding);
  return expandConnector(json);
}

/** Outputs are looked up at the Object Type that an answer names. */
function danglingAnswer({ serviceObjects }: ConnectorJson): RegistrationFinding | undefined {
  const known = new Set(serviceObjects.map(({ systemName }) => systemName));
  for (const [at, { methods }] of serviceObjects.entries()) {
    for (const [methodAt, { answers }] of methods.entries()) {
      for (const [answerAt, { object }] of answers.entries()) {
        if (object === undefined || known.has(object)) continue;
        const path = ['serviceObjects', at, 'methods', methodAt, 'answers', answerAt, 'object'].map(String);
        return { path, what: `there is no Object Type ${quoted(object)}`, advice: '' };
      }
    }
  }
  return undefined;
}

function nameTwice({ serviceObjects }: ConnectorJson): RegistrationFinding | undefined {
  const seen = new Set<string>();
  const at = serviceObjects.findIndex(({ systemName }) => seen.size === seen.add(systemName).size);
  const path = ['serviceObjects', String(at), 'systemName'];
  return at < 0 ? undefined : { path, what: 'the name is there twice', advice: '' };
}

function malformed(loaded: Descriptor, finding: RegistrationFinding | undefined): DescriptorError {
  const { path, what } = finding ?? { path: [], what: 'is not as it was printed' };
  const place = loaded.locate(pointerOfTokens(path));
  return new DescriptorError('CONNECTOR_MALFORMED', {
    who: visibleText(formatPlace(place)),
    what: path.length === 0 ? what : `${visibleText(path.join('.'))}: ${what}`,
    advice: 'It was not written by rest-broker, or edited since: generate it again, or name the descriptor',
    place,
  });
}
