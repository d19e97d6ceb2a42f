import { SettingError } from '../base/errors.js';
import type { ConnectOptions } from './connect-options.js';

/**
 * What authors of JavaScript could get wrong without a sign of it.
 *
 * @throws SettingError `SETTING_INVALID`
 */
export function checkWireOptions(options: ConnectOptions, who: string): void {
  const { dispatcher, ownConnections, connectTimeoutMs, hooks } = options;
  if (dispatcher && typeof dispatcher.dispatch !== 'function')
    throw invalid(who, 'dispatcher is no Dispatcher of undici', 'Pass an Agent, a ProxyAgent or a MockAgent');
  if (dispatcher && (ownConnections || connectTimeoutMs !== undefined)) {
    const name = ownConnections ? 'ownConnections' : 'connectTimeoutMs';
    throw invalid(
      who,
      `${name} means connections of its own, and dispatcher gives others`,
      'Pass one of the two',
    );
  }
  if (!hooks) return;
  for (const name of ['beforeSend', 'afterAnswer'] as const)
    if (hooks[name] !== undefined && typeof hooks[name] !== 'function')
      throw invalid(who, `the hook ${name} is no function`, 'Pass a function, or leave it out');
}

function invalid(who: string, what: string, advice: string): SettingError {
  return new SettingError('SETTING_INVALID', { who, what, advice });
}
