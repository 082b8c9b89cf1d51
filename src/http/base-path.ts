/** What stands between the host of this installation and its paths, where a proxy serves it below one: `/leads`, else nothing. */
export const basePathOf = (publicUrl: string): string => new URL(publicUrl).pathname.replace(/\/+$/, '');
