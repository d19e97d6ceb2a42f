// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { ApiResponse, ApiResponseProperties } from './ApiResponse.js';
import type { Category } from './Category.js';

/** One pet */
export interface Pet {
  readonly [broker.typeName]?: 'test.Pet';
  born?: string | null | undefined;
  category?: Category | undefined;
  id?: broker.Int64 | undefined;
  /** Pet's name */
  name: string;
  photoUrls: string[];
  /** Status in the store */
  status?: 'available' | 'pending' | 'sold' | undefined;
}

/** Properties of Pet; nested values as Serialized text. */
export type PetProperties = broker.PropertiesOf<Pet>;

/** SmartObject Pet. */
export interface PetSmartObject extends broker.HelperMethods<Pet, PetProperties> {
  /**
   * Get /pet/{petId}/uploadImage
   * `GET /pet/{petId}/uploadImage`
   */
  readonly Get_pet__petId__uploadImage: broker.Method<
    {
      petId: broker.Int64;
    },
    { File?: broker.FileValue | undefined } & broker.HttpOutputs,
    broker.FileValue
  >;
  /**
   * Add a pet
   * `POST /pet`
   */
  readonly addPet: broker.Method<
    {
      body: broker.ItemInput<Pet>;
    },
    PetProperties & broker.HttpOutputs,
    Pet
  >;
  /**
   * deletePet
   * `DELETE /pet/{petId}`
   * @deprecated
   */
  readonly deletePet: broker.Method<
    {
      /** ID of the pet */
      petId: broker.Int64;
      api_key?: string | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * findPetsByStatus
   * `GET /pet/findByStatus`
   */
  readonly findPetsByStatus: broker.PagedMethod<
    {
      ids?: broker.ArrayInput<broker.Int64> | undefined;
      status: broker.ArrayInput<'available' | 'pending' | 'sold'>;
      tags?: broker.ArrayInput<string> | undefined;
    },
    { Serialized_Array?: broker.SerializedArray<Pet> | undefined } & broker.HttpOutputs,
    Pet[],
    Pet
  >;
  /**
   * updatePetWithForm
   * `POST /pet/{petId}`
   */
  readonly updatePetWithForm: broker.Method<
    {
      /** ID of the pet */
      petId: broker.Int64;
      /** New name */
      name?: string | undefined;
      /**
       * petId
       * The same name in two places
       */
      petId_field?: string | undefined;
      tags?: broker.ArrayInput<string> | undefined;
    },
    broker.HttpOutputs,
    string
  >;
  /**
   * uploadFile
   * `POST /pet/{petId}/uploadImage`
   */
  readonly uploadFile: broker.Method<
    {
      petId: broker.Int64;
      additionalMetadata?: string | undefined;
      file: broker.FileInput;
    },
    ApiResponseProperties & broker.HttpOutputs,
    ApiResponse
  >;
}

export const Pet: broker.ServiceObject<PetSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Pet",
  "record": {
    "properties": {
      "born": "DateTime",
      "category": "SerializedItem",
      "id": "Number",
      "name": "Text",
      "photoUrls": "SerializedArray",
      "status": "Text"
    }
  },
  "methods": {
    "Get_pet__petId__uploadImage": {
      "verb": "GET",
      "path": "/pet/{petId}/uploadImage",
      "accept": "image/png",
      "inputs": { "petId": { "in": "path", "type": "Number", "required": true } },
      "answers": { "200": { "as": "file" } }
    },
    "addPet": {
      "verb": "POST",
      "path": "/pet",
      "inputs": {
        "body": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["name", "photoUrls"],
            "properties": {
              "born": "DateTime",
              "category": "SerializedItem",
              "id": "Number",
              "name": "Text",
              "photoUrls": "SerializedArray",
              "status": "Text"
            }
          },
          "required": true
        }
      },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "born": "DateTime",
            "category": "SerializedItem",
            "id": "Number",
            "name": "Text",
            "photoUrls": "SerializedArray",
            "status": "Text"
          }
        }
      }
    },
    "deletePet": {
      "verb": "DELETE",
      "path": "/pet/{petId}",
      "inputs": {
        "petId": { "in": "path", "type": "Number", "required": true },
        "api_key": { "in": "header", "type": "Text" }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "findPetsByStatus": {
      "verb": "GET",
      "path": "/pet/findByStatus",
      "inputs": {
        "ids": { "in": "query", "type": "SerializedArray", "explode": false },
        "status": { "in": "query", "type": "SerializedArray", "required": true },
        "tags": { "in": "query", "type": "SerializedArray", "style": "pipeDelimited" }
      },
      "answers": { "200": { "as": "array" } }
    },
    "updatePetWithForm": {
      "verb": "POST",
      "path": "/pet/{petId}",
      "form": "application/x-www-form-urlencoded",
      "inputs": {
        "petId": { "in": "path", "type": "Number", "required": true },
        "name": { "in": "field", "type": "Text" },
        "petId_field": { "in": "field", "type": "Text", "name": "petId" },
        "tags": { "in": "field", "type": "SerializedArray" }
      },
      "answers": { "2XX": { "as": "text" } }
    },
    "uploadFile": {
      "verb": "POST",
      "path": "/pet/{petId}/uploadImage",
      "form": "multipart/form-data",
      "inputs": {
        "petId": { "in": "path", "type": "Number", "required": true },
        "additionalMetadata": { "in": "field", "type": "Text" },
        "file": { "in": "field", "type": "File", "required": true }
      },
      "answers": {
        "200": { "as": "record", "properties": { "code": "Number", "message": "Text", "type": "Text" } }
      }
    }
  }
}`);
