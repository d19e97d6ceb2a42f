// Device names of Windows, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

/** Whether Windows keeps this file or folder name for a device, whatever its ending or case. */
export function isReservedFileName(name: string): boolean {
  return DEVICE.test(name);
}
