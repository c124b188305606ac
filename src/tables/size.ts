/** `20.4` MB; never less than it is, so that what is too large by a byte does not look as large as it may be. */
export const megabytes = (bytes: number): string => String(Math.ceil((bytes / 2 ** 20) * 10) / 10);
