// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
export type HTTPHeader = broker.HTTPHeader;

/** Properties of HTTPHeader; nested values as Serialized text. */
export type HTTPHeaderProperties = broker.PropertiesOf<HTTPHeader>;

/** SmartObject HTTPHeader. */
export type HTTPHeaderSmartObject = broker.HelperMethods<HTTPHeader, HTTPHeaderProperties>;

export const HTTPHeader: broker.ServiceObject<HTTPHeaderSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "HTTPHeader", "record": { "properties": { "Name": "Text", "Value": "Text" } } }`);
