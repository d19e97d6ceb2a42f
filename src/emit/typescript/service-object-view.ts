import type { ServiceObject } from '../../model/connector.js';
import { serviceObjectDefinition } from '../../model/service-object-definition.js';
import type { Emission } from './emission.js';
import { type MethodView, methodView } from './method-view.js';
import { printJson } from './print-json.js';
import { code, comment, identifier, type SafeText, textBlock } from './safe-text.js';
import type { TypePrinter } from './type-printer.js';
import { type TypeView, typeViews } from './type-views.js';

/** What a Service Object's file shows, without its header and imports. */
export interface ServiceObjectView {
  readonly doc: SafeText;
  readonly name: SafeText;
  readonly smartObject: SafeText;
  /** All that a SmartObject without Methods of its own has. */
  readonly helpers: SafeText;
  readonly extends: SafeText;
  readonly types: readonly TypeView[];
  readonly hasMethods: boolean;
  readonly methods: readonly MethodView[];
  readonly definition: SafeText;
}

/** A Service Object as the answers that its template asks for. */
export function serviceObjectView(
  object: ServiceObject,
  printer: TypePrinter,
  emission: Emission,
): ServiceObjectView {
  const { systemName, displayName, description, methods, value } = object;
  const { names, remarks } = emission;
  const properties = identifier(names.propertiesOf(systemName));
  const helpers = code`broker.HelperMethods<${identifier(systemName)}, ${properties}>`;
  const isType = value !== undefined;
  return {
    doc: comment([`SmartObject ${displayName}.`, isType ? undefined : description]),
    name: identifier(systemName),
    smartObject: identifier(names.smartObjectOf(systemName)),
    helpers: isType ? helpers : code`{}`,
    extends: isType ? code` extends ${helpers}` : code``,
    types: isType ? typeViews(object, properties, printer, emission) : [],
    hasMethods: methods.length > 0,
    methods: methods.map((method) => methodView(method, printer, remarks)),
    definition: textBlock(printJson(serviceObjectDefinition(object))),
  };
}
