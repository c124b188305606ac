/** Whether a register is named by its address on a server, and not by a file. */
export const isAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);

/** The address as it may be shown: without its password. */
export function shownAddress(address: string): string {
  const url = new URL(address);
  url.password = '';
  return `${url.protocol}//${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`;
}
