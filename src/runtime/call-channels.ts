import { channel } from 'node:diagnostics_channel';

/** Where calls are told of, for whoever subscribes. */
export const CALL_CHANNELS = {
  start: channel('rest-broker:call:start'),
  end: channel('rest-broker:call:end'),
  error: channel('rest-broker:call:error'),
} as const;
