// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Address */
export interface Address {
  readonly [broker.typeName]?: 'credit.Address';
  city: string;
  /** Two letters (ISO 3166-1). */
  country: string;
  postalCode?: string | null | undefined;
  street?: string | null | undefined;
}

/** Properties of Address; nested values as Serialized text. */
export type AddressProperties = broker.PropertiesOf<Address>;

/** SmartObject Address. */
export type AddressSmartObject = broker.HelperMethods<Address, AddressProperties>;

export const Address: broker.ServiceObject<AddressSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Address",
  "record": { "properties": { "city": "Text", "country": "Text", "postalCode": "Text", "street": "Text" } }
}`);
