import {
  DEFAULT_SETTINGS,
  type ServiceInstance,
  type ServiceInstanceSettings,
} from '../../model/service-instance.js';
import type { ServiceInstanceEntry } from './service-instances-schema.js';

/** A Service Instance as it stands in the file: defaults are left out. */
export function toEntry({ descriptor, settings }: ServiceInstance): ServiceInstanceEntry {
  const { authentication, defaultHeaders, timeoutMs, selection, serviceUrl, placement } = settings;
  return {
    descriptor,
    ...(authentication.mode === 'none' ? {} : { authentication }),
    ...changedFlag(settings, 'addHttpRequestHeaders'),
    ...changedFlag(settings, 'addHttpResponseHeaders'),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(Object.keys(defaultHeaders).length === 0 ? {} : { defaultHeaders }),
    ...(timeoutMs === DEFAULT_SETTINGS.timeoutMs ? {} : { timeoutSeconds: timeoutMs / 1000 }),
    ...changedFlag(settings, 'breakOnError'),
    ...(settings.allowHttp === true ? { allowHttp: true } : {}),
    ...(settings.retries ? { retries: settings.retries } : {}),
    ...(settings.redirects ? { redirects: settings.redirects } : {}),
    ...(settings.paging === undefined ? {} : { paging: settings.paging }),
    ...(placement === DEFAULT_SETTINGS.placement ? {} : { placement }),
    ...changedFlag(settings, 'appendPropertyTypes'),
    ...changedFlag(settings, 'includeInternal'),
    ...(selection === undefined ? {} : { generate: selection }),
  };
}

type Flag =
  | 'addHttpRequestHeaders'
  | 'addHttpResponseHeaders'
  | 'breakOnError'
  | 'appendPropertyTypes'
  | 'includeInternal';

function changedFlag(settings: ServiceInstanceSettings, flag: Flag): Partial<Record<Flag, boolean>> {
  return settings[flag] === DEFAULT_SETTINGS[flag] ? {} : { [flag]: settings[flag] };
}

/** The Service Instance an entry of the file stands for, with the defaults filled in. */
export function fromEntry(name: string, entry: ServiceInstanceEntry): ServiceInstance {
  const { descriptor, timeoutSeconds, generate, ...settings } = entry;
  return {
    name,
    descriptor,
    settings: {
      ...DEFAULT_SETTINGS,
      ...settings,
      ...(timeoutSeconds === undefined ? {} : { timeoutMs: Math.round(timeoutSeconds * 1000) }),
      ...(generate === undefined
        ? {}
        : { selection: { objects: generate.objects ?? [], systemTypes: generate.systemTypes ?? [] } }),
    },
  };
}
