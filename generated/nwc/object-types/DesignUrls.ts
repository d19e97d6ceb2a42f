// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Links of a design. */
export interface DesignUrls {
  readonly [broker.typeName]?: 'nwc.DesignUrls';
  /** Address of the designer. */
  designerUrl?: string | undefined;
  /** Address of the start form, if any. */
  formUrl?: string | undefined;
}

/** Properties of DesignUrls; nested values as Serialized text. */
export type DesignUrlsProperties = broker.PropertiesOf<DesignUrls>;

/** SmartObject DesignUrls. */
export type DesignUrlsSmartObject = broker.HelperMethods<DesignUrls, DesignUrlsProperties>;

export const DesignUrls: broker.ServiceObject<DesignUrlsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "DesignUrls",
  "record": { "properties": { "designerUrl": "Text", "formUrl": "Text" } }
}`);
